package org.yinxin.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern INLINED_EXPRESSION =
            Pattern.compile("\\[\\[.*?\\]\\]|\\[\\(.*?\\)\\]", Pattern.DOTALL);
    private static final Set<String> SPOKEN_ATTRIBUTES =
            Set.of("alt", "title", "placeholder", "aria-label", "label", "aria-roledescription");

    /** The languages' own names, which are never translated. */
    private static final Set<String> OWN_NAMES = Set.of("简体中文", "English");

    static Stream<Path> templates() {
        return Sources.files(Sources.TEMPLATES, ".html").stream();
    }

    private static Document parse(Path template) {
        return Jsoup.parse(Sources.text(template), "", Parser.xmlParser());
    }

    /** Maven leaves files of this name out of the jar: pages would break there and nowhere else. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateIsCalledAsMavenLeavesOut(Path template) {
        assertThat(template.getFileName().toString()).isNotIn("package.html", ".gitignore", "vssver.scc");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextComesFromTheMessages(Path template) {
        List<String> literal = new ArrayList<>();
        boolean page = Sources.text(template).contains("~{layout ::");
        for (Element element : parse(template).getAllElements()) {
            boolean never = element.normalName().equals("script")
                    || element.normalName().equals("title") && !page;
            if (!never) {
                element.textNodes().stream()
                        .map(TextNode::text)
                        .map(text ->
                                INLINED_EXPRESSION.matcher(text).replaceAll("").strip())
                        .filter(text -> LETTER.matcher(text).find() && !OWN_NAMES.contains(text))
                        .forEach(literal::add);
            }
            element.attributes().asList().stream()
                    .filter(attribute -> SPOKEN_ATTRIBUTES.contains(attribute.getKey()))
                    .filter(attribute -> LETTER.matcher(attribute.getValue()).find())
                    .map(Attribute::toString)
                    .forEach(literal::add);
        }

        assertThat(literal).as("literal text in %s", template).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingIsInTheWayOfTheStrictPolicy(Path template) {
        List<String> offences = new ArrayList<>();
        for (Element element : parse(template).getAllElements()) {
            if (element.normalName().equals("style")) {
                offences.add("<style>");
            }
            if (element.normalName().equals("script")
                    && !element.attributes().toString().contains("cspNonce")) {
                offences.add("script without nonce: " + element.attributes());
            }
            element.attributes().asList().stream()
                    .filter(TemplatesTest::offends)
                    .map(Attribute::toString)
                    .forEach(offences::add);
        }

        assertThat(offences).as("inline styles and scripts in %s", template).isEmpty();
    }

    private static boolean offends(Attribute attribute) {
        String key = attribute.getKey().replaceFirst("^th:", "");
        return key.equals("style")
                || key.startsWith("on")
                || key.equals("utext")
                || attribute.getValue().strip().startsWith("javascript:")
                || attribute.getKey().equals("th:attr") && attribute.getValue().matches("(?s).*\\bstyle=.*");
    }

    /** Thymeleaf replaces first and asks never: the condition has to stand on an element around it. */
    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsBesideTheReplacementThatItCannotStop(Path template) {
        List<String> ignored = parse(template).getAllElements().stream()
                .filter(element -> element.hasAttr("th:replace"))
                .filter(element -> element.hasAttr("th:if") || element.hasAttr("th:unless"))
                .map(element -> element.attributes().toString())
                .toList();

        assertThat(ignored).as("conditions without effect in %s", template).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyFormThatChangesSomethingCarriesItsToken(Path template) {
        List<String> unprotected = parse(template).getElementsByTag("form").stream()
                .filter(form -> form.attr("method").equalsIgnoreCase("post"))
                .filter(form -> !form.hasAttr("th:action"))
                .map(form -> form.attributes().toString())
                .toList();

        assertThat(unprotected)
                .as("forms in %s without th:action, which adds the CSRF token", template)
                .isEmpty();
    }
}
