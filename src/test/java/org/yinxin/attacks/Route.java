package org.yinxin.attacks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;

/**
 * One method of one mapped address.
 *
 * @param pattern with names in braces where somebody's things are named
 */
record Route(RequestMethod method, String pattern) implements Comparable<Route> {

    static Set<Route> all(RequestMappingHandlerMapping mapping) {
        Set<Route> routes = new TreeSet<>();
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                        .forEach(method -> routes.add(new Route(method, pattern)));
            }
        }
        return routes;
    }

    boolean under(String... areas) {
        for (String area : areas) {
            if (pattern.equals(area) || pattern.startsWith(area + "/")) {
                return true;
            }
        }
        return false;
    }

    boolean changes() {
        return method != RequestMethod.GET;
    }

    /** The names in braces, in order, without the expressions that some have behind a colon. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        replaced(name -> {
            names.add(name);
            return "";
        });
        return names;
    }

    MockHttpServletRequestBuilder with(UnaryOperator<String> values) {
        String path = replaced(name -> UriUtils.encodePathSegment(values.apply(name), "UTF-8"));
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(method.name()), URI.create(path));
    }

    private String replaced(UnaryOperator<String> values) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        int opened = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && depth++ == 0) {
                opened = i;
            } else if (c == '}' && --depth == 0) {
                path.append(values.apply(pattern.substring(opened + 1, i).split(":")[0]));
            } else if (depth == 0) {
                path.append(c);
            }
        }
        return path.toString();
    }

    @Override
    public int compareTo(Route other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
