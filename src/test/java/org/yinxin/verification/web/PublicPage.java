package org.yinxin.verification.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A public page as its readers see it. */
record PublicPage(MockHttpServletResponse response, Document document) {

    static PublicPage open(MockMvc site, String address) throws Exception {
        return open(site, address, "en");
    }

    static PublicPage open(MockMvc site, String address, String language) throws Exception {
        MockHttpServletResponse response = site.perform(get(address).header("Accept-Language", language))
                .andReturn()
                .getResponse();
        return new PublicPage(response, Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8)));
    }

    int status() {
        return response.getStatus();
    }

    String heading() {
        return text("h1");
    }

    /** The words of the verdict band. */
    String verdict() {
        return text(".app-verdict__title");
    }

    /** How the verdict band looks: valid, invalid, unknown or waiting. */
    String verdictStyle() {
        return document.select(".app-verdict").attr("class").replaceAll(".*app-verdict--(\\w+).*", "$1");
    }

    /** The value beside a name in a list of facts. */
    String fact(String name) {
        return document.select("dt").stream()
                .filter(term -> term.text().equals(name))
                .map(term -> term.nextElementSiblings().select("dd").text())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No fact called " + name + " on the page"));
    }

    List<String> history() {
        return document.select(".app-timeline__title").eachText();
    }

    /** The parties and how each stands to the answer. */
    List<String> parties() {
        return document.select(".app-party").stream().map(Element::text).toList();
    }

    String text() {
        return document.text();
    }

    String text(String selector) {
        return document.select(selector).text();
    }
}
