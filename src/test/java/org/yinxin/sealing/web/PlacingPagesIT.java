package org.yinxin.sealing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yinxin.IntegrationTest;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.pdf.PdfFixtures;

class PlacingPagesIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @Autowired
    private ApplicationContext context;

    private Owned seal;
    private RequestPostProcessor owner;

    @BeforeEach
    void anOwnerWithASeal() {
        seal = new SealFixtures(context).active();
        RequestPostProcessor person = user(seal.owner().principal());
        owner = request -> {
            request.addHeader("Accept-Language", "en");
            return person.postProcessRequest(request);
        };
    }

    @Test
    void placesAreAddedAndRemovedAndTheReviewTellsThemAll() throws Exception {
        String draft = upload("contract.pdf", PdfFixtures.contract(3));
        Document added = sent(draft, "add", List.of("1,20,30"), List.of());
        assertThat(added.select("[data-place]")).hasSize(2);
        assertThat(added.select("input[name='at[0].left']").val()).isEqualTo("20");
        Document removed = sent(draft, "remove:1", List.of("1,20,30", "2,40,50"), List.of());
        assertThat(removed.select("[data-place]")).hasSize(1);
        assertThat(removed.select("input[name='at[0].page']").val()).isEqualTo("2");
        Document turned = sent(draft, "page:2", List.of("1,20,30", "2,40,50"), List.of());
        assertThat(turned.select("[data-part=imprint]")).hasSize(1);
        assertThat(turned.select("[data-place]")).hasSize(2);

        String[] seam = {
            "seam.wanted",
            "true",
            "seam.from",
            "1",
            "seam.to",
            "3",
            "seam.edge",
            "right",
            "seam.parity",
            "all",
            "seam.top",
            "128"
        };
        Document shown = sent(draft, "show", List.of("1,20,30"), List.of(seam));
        assertThat(shown.select("#seam-preview .app-strips__strip")).hasSize(3);
        assertThat(shown.select("#stage [data-stamp=seam]")).hasSize(1);

        site.perform(with(post(draft + "/placement"), "continue", List.of("1,20,30", "3,40,50"), List.of(seam))
                        .with(owner)
                        .with(csrf()))
                .andExpect(redirectedUrl(draft + "/purpose"));
        site.perform(post(draft + "/purpose")
                .param("purpose", "Lease")
                .param("documentClass", "CONTRACT")
                .with(owner)
                .with(csrf()));
        String review = page(draft + "/check").text();
        assertThat(review)
                .contains("Page 1, 20 mm from the left, 30 mm from the top")
                .contains("Page 3, 40 mm from the left, 50 mm from the top")
                .contains("Seam seal over pages 1 to 3. Right edge. Every page. 128 mm from the top");
    }

    @Test
    void aSeamSealThatJoinsNothingIsRefusedInWords() throws Exception {
        String draft = upload("contract.pdf", PdfFixtures.contract(3));
        Document refused = refused(
                draft,
                List.of(),
                List.of(
                        "seam.wanted",
                        "true",
                        "seam.from",
                        "1",
                        "seam.to",
                        "3",
                        "seam.edge",
                        "right",
                        "seam.parity",
                        "even",
                        "seam.top",
                        "128"));
        assertThat(refused.text()).contains("A seam seal needs at least two such pages");
        assertThat(refused(draft, List.of(), List.of()).text()).contains("The seal has no place yet");
    }

    @Test
    void aWordBringsTheSealToWhereItStands() throws Exception {
        String draft = upload("contract.pdf", PdfFixtures.contract(3));
        Document fresh = page(draft + "/placement");
        String proposed = String.join(
                ",",
                List.of(
                        fresh.select("input[name='at[0].page']").val(),
                        fresh.select("input[name='at[0].left']").val(),
                        fresh.select("input[name='at[0].top']").val()));
        Document every =
                sent(draft, "find", List.of(proposed), List.of("word", "line 7:", "which", "every", "shown", "3"));
        assertThat(every.select("[data-place]")).as("the proposal is replaced").hasSize(3);
        assertThat(every.select("#hits li")).hasSize(3);
        assertThat(every.select("#stage .app-spot")).hasSize(1);
        Document second =
                sent(draft, "find", List.of("1,20,30"), List.of("word", "line 7:", "which", "nth", "nth", "2"));
        assertThat(second.select("[data-place]")).hasSize(2);
        assertThat(second.select("input[name='at[1].page']").val()).isEqualTo("2");

        MockHttpServletRequestBuilder nowhere =
                with(post(draft + "/placement"), "find", List.of("1,20,30"), List.of("word", "甲方", "which", "every"));
        String answer = site.perform(nowhere.with(owner).with(csrf()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(answer).text()).contains("“甲方” was not found");
    }

    @Test
    void aFieldThatSomebodyPreparedIsFilled() throws Exception {
        byte[] prepared = PdfFixtures.revise(PdfFixtures.contract(2), document -> {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.getWidgets().getFirst().setRectangle(new PDRectangle(100, 100, 200, 200));
            field.getWidgets().getFirst().setPage(document.getPage(1));
            document.getPage(1).getAnnotations().add(field.getWidgets().getFirst());
            form.getFields().add(field);
            document.getPage(1).getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        String draft = upload("prepared.pdf", prepared);
        String name = page(draft + "/placement").select("#field option").last().val();
        Document filled = sent(draft, "field", List.of("1,20,30"), List.of("field", name));
        assertThat(filled.select("input[name='at[0].page']").val()).isEqualTo("2");
        assertThat(refused(draft, List.of("1,20,30"), List.of("field", name)).text())
                .contains("The first seal must stand within the signature field");
    }

    @Test
    void anOfdIsPlacedLikeAPdf() throws Exception {
        String draft = upload("contract.ofd", OfdFiles.zip(OfdFiles.parts(2)));
        Document placing = page(draft + "/placement");
        assertThat(placing.select("[data-part=imprint]")).hasSize(1);
        assertThat(placing.select("[data-part=qr]"))
                .as("the imprint stands alone")
                .isEmpty();
        site.perform(get(draft + "/pages/2/large.png").with(owner)).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder with(
            MockHttpServletRequestBuilder request, String action, List<String> places, List<String> more) {
        request.param("action", action);
        for (int i = 0; i < places.size(); i++) {
            String[] place = places.get(i).split(",");
            request.param("at[" + i + "].page", place[0]);
            request.param("at[" + i + "].left", place[1]);
            request.param("at[" + i + "].top", place[2]);
        }
        for (int i = 0; i + 1 < more.size(); i += 2) {
            request.param(more.get(i), more.get(i + 1));
        }
        return request;
    }

    private Document sent(String draft, String action, List<String> places, List<String> more) throws Exception {
        return Jsoup.parse(site.perform(with(post(draft + "/placement"), action, places, more)
                        .with(owner)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document refused(String draft, List<String> places, List<String> more) throws Exception {
        return Jsoup.parse(site.perform(with(post(draft + "/placement"), "continue", places, more)
                        .with(owner)
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private String upload(String name, byte[] file) throws Exception {
        return Objects.requireNonNull(site.perform(multipart("/stamping/new")
                                .file(new MockMultipartFile("file", name, "application/octet-stream", file))
                                .param("seal", seal.number().value())
                                .with(owner)
                                .with(csrf()))
                        .andExpect(redirectedUrlPattern("/stamping/drafts/*/placement"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .replace("/placement", "");
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(site.perform(get(address).with(owner))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
