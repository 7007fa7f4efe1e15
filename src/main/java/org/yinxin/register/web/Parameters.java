package org.yinxin.register.web;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Lists' addresses: what was asked, read leniently, and written back with one thing changed. */
final class Parameters {

    private Parameters() {}

    /** The constant of that name; null for anything else. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    static int page(String asked) {
        return asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1;
    }

    /** The address with every parameter that is not empty. */
    static String address(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
