package org.yinxin.verification.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yinxin.IntegrationTest;
import org.yinxin.sealing.ofd.OfdFiles;

/** Every OFD fixture gets the verdict of its description through the public page. */
class OfdCheckPagesIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signedFile.ofd        | unknown | Every part of the document is protected | It has expired since",
                "v4signed.ofd          | unknown | Every part of the document is protected | is not among our roots",
                "999.ofd               | unknown | Not protected, as some programs leave it: OFD.xml | not among our roots",
                "V4RideRight.ofd       | unknown | All 9 protected parts are as they were | It has expired since",
                "testImageNotFound.ofd | unknown | it was checked as it is written | The signature fits the content",
                "n.ofd                 | unknown | a method that cannot be checked here | That says nothing against the document",
                "zsbk.ofd              | invalid | Changed after sealing: Doc_0/Pages/Page_1 | Doc_0/Pages/Page_0/Content.xml",
                "h.ofd                 | invalid | Changed after sealing: Doc_0/Signs/Signatures.xml | All 11 protected parts",
                "Page5-unsigned.ofd    | invalid | There is no seal in this document | OFD document of 5 pages"
            })
    void eachFixtureGetsItsVerdict(String name, String verdict, String first, String second) throws Exception {
        Document page = page(handIn(OfdFiles.fixture(name), name), "en");
        assertThat(page.select(".app-verdict--" + verdict)).as(page.text()).hasSize(1);
        assertThat(page.text()).contains(first, second);
        assertThat(page.text()).doesNotContain("??", "checks.", "document-check.");
    }

    @Test
    void ofTwoSignaturesOnlyTheFirstIsCalledNotValid() throws Exception {
        Document page = page(handIn(OfdFiles.fixture("h.ofd"), "h.ofd"), "en");
        assertThat(page.select("#signature-1 .app-result--invalid")).isNotEmpty();
        assertThat(page.select("#signature-2 .app-result--invalid")).isEmpty();
        assertThat(page.select("#signature-1 details[open]").text()).contains("Doc_0/Signs/Signatures.xml changed");
    }

    @Test
    void theAnswerIsToldInChineseToo() throws Exception {
        for (String name : List.of("999.ofd", "zsbk.ofd", "n.ofd", "testImageNotFound.ofd")) {
            String text = page(handIn(OfdFiles.fixture(name), name), "zh-CN").text();
            assertThat(text).contains("OFD 文档").doesNotContain("??", "checks.", "document-check.");
        }
    }

    @Test
    void aFileThatReadersCouldUnderstandDifferentlyIsRefusedWithItsReason() throws Exception {
        byte[] file = OfdFiles.zip(OfdFiles.parts(1));
        byte[] longer = java.util.Arrays.copyOf(file, file.length + 10);
        Document page = page(handIn(longer, "a.ofd"), "en");
        assertThat(page.select(".app-verdict--unknown")).hasSize(1);
        assertThat(page.text()).contains("belongs to no part of the document");
    }

    private String handIn(byte[] file, String name) throws Exception {
        return Objects.requireNonNull(site.perform(multipart("/check/document")
                        .file(new MockMultipartFile("file", name, "application/ofd", file))
                        .with(from(freshAddress()))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/check/document/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private Document page(String address, String language) throws Exception {
        return Jsoup.parse(
                site.perform(get(address).header("Accept-Language", language).with(from(freshAddress())))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static String freshAddress() {
        return "test-" + UUID.randomUUID();
    }
}
