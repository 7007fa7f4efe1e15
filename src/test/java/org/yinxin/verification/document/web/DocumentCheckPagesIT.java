package org.yinxin.verification.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yinxin.IntegrationTest;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.pdf.PdfSealer;
import org.yinxin.sealing.pdf.TestAuthority;
import org.yinxin.sealing.plan.Placement;

class DocumentCheckPagesIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @LocalServerPort
    private int port;

    @Test
    void anyoneChecksADocumentSeesItsPagesAndHasItForgotten() throws Exception {
        byte[] contract = PdfFixtures.contract(2);
        byte[] sealed = new PdfSealer()
                .seal(
                        contract,
                        PdfFixtures.order(contract, new Placement(2, 300, 300)),
                        new TestAuthority("Elsewhere").issue("Somebody").signer())
                .bytes();
        String result = handIn(sealed);
        Document page = page(result);
        assertThat(page.select(".app-verdict--unknown")).hasSize(1);
        assertThat(page.select(".app-verdict--invalid")).isEmpty();
        assertThat(page.text()).contains("not among our roots", "Elsewhere Issuing");
        assertThat(page.select("[data-thumbnails] a")).hasSize(2);
        assertThat(page.select(".app-viewer__paper a[href=#signature-1]")).hasSize(1);
        site.perform(get(result + "/pages/2.png"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"));

        site.perform(post(result).with(csrf())).andExpect(redirectedUrl("/check/document"));
        site.perform(get(result)).andExpect(status().isNotFound());
        site.perform(get(result + "/pages/2.png")).andExpect(status().isNotFound());
    }

    @Test
    void aDocumentWithoutSealIsCalledThat() throws Exception {
        Document page = page(handIn(PdfFixtures.contract(1)));
        assertThat(page.select(".app-verdict--invalid h2").text()).isEqualTo("There is no seal in this document");
    }

    @Test
    void whatWasChangedIsShownBeforeAndAfter() throws Exception {
        TestAuthority.Seal seal = new TestAuthority("Elsewhere").issue("Stranger");
        byte[] contract = PdfFixtures.contract(2);
        byte[] sealed = new PdfSealer()
                .seal(contract, PdfFixtures.order(contract, new Placement(1, 300, 300)), seal.signer())
                .bytes();
        byte[] changed = PdfFixtures.revise(sealed, document -> {
            document.getPage(1).setRotation(90);
            document.getPage(1).getCOSObject().setNeedToBeUpdated(true);
        });
        String result = handIn(changed);
        Document page = page(result);
        assertThat(page.select(".app-revisions img")).hasSize(2);
        for (var picture : page.select(".app-revisions img")) {
            site.perform(get(picture.attr("src")))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("image/png"));
        }
        site.perform(get(result + "/changes/999999999/1-1/now.png")).andExpect(status().isNotFound());
        site.perform(get(result + "/changes/" + sealed.length + "/0-1/before.png"))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "pdf-signed-original.pdf, unknown, is not among our roots",
        "hellopades-pades-lt-sha256-sign.pdf, unknown, is not among our roots",
        "modified_after_signature.pdf, invalid, appended",
        "hide.pdf, invalid, appended",
        "Signature-P-HU_NET-2.pdf, invalid, does not fit the content",
        "pdf-signed-corrupted.pdf, invalid, beyond-the-file",
        "tail-uncovered.pdf, invalid, appended",
        "encrypted.pdf, unknown, is not among our roots",
        "malformed-pades.pdf, unknown, This is neither a PDF nor an OFD file."
    })
    void documentsOfOthersGetTheirAnswer(String name, String band, String words) throws Exception {
        Path file = Path.of("..", "shared", "fixtures", "pdf", name);
        assumeTrue(Files.exists(file), () -> file + " is not on this machine");
        Document page = page(handIn(Files.readAllBytes(file)));
        assertThat(page.select(".app-verdict--" + band)).hasSize(1);
        assertThat(page.text()).contains(words);
    }

    @Test
    void garbageGetsAnAnswerAndNoCrash() throws Exception {
        Document page = page(handIn("garbage".getBytes()));
        assertThat(page.select(".app-verdict--unknown")).hasSize(1);
        assertThat(page.text()).contains("This is neither a PDF nor an OFD file.");
    }

    @Test
    void withoutAFileTheFormSaysSo() throws Exception {
        site.perform(multipart("/check/document")
                        .file(new MockMultipartFile("file", "", "application/pdf", new byte[0]))
                        .with(from(freshAddress()))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aGuessedResultIsNotFound() throws Exception {
        site.perform(get("/check/document/" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void whoComesTooOftenIsAskedToWait() throws Exception {
        String address = freshAddress();
        for (int i = 0; i < 20; i++) {
            site.perform(upload("x".getBytes(), address)).andExpect(status().is3xxRedirection());
        }
        site.perform(upload("x".getBytes(), address)).andExpect(status().isTooManyRequests());
    }

    @Test
    void aFileOf53MegabytesIsRefusedInWords() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI form = URI.create("http://localhost:" + port + "/check/document");
        String token = Jsoup.parse(browser.send(HttpRequest.newBuilder(form).build(), BodyHandlers.ofString())
                        .body())
                .select("main input[name=_csrf]")
                .attr("value");
        String boundary = "----boundary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = new byte[53_500_000 + 600];
        System.arraycopy(head, 0, body, 0, head.length);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(tail, 0, body, body.length - tail.length, tail.length);
        var answer = browser.send(
                HttpRequest.newBuilder(form)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Accept-Language", "en")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("50 MB");
    }

    private String handIn(byte[] file) throws Exception {
        return Objects.requireNonNull(site.perform(upload(file, freshAddress()))
                .andExpect(redirectedUrlPattern("/check/document/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private RequestBuilder upload(byte[] file, String address) {
        return multipart("/check/document")
                .file(new MockMultipartFile("file", "a.pdf", "application/pdf", file))
                .with(from(address))
                .with(csrf());
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(
                site.perform(get(address).header("Accept-Language", "en").with(from(freshAddress())))
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
