package org.yinxin.sealing.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.viewing.DocumentView.Imprint;
import org.yinxin.sealing.viewing.DocumentView.Signer;

class DocumentViewTest {

    private static final PageSize A4 = new PageSize(210, 297);

    @Test
    void twoThousandPagesOfOneSizeAreAShortText() {
        DocumentView view = view(1_000, Collections.nCopies(2_000, A4), List.of());

        assertThat(view.sizes()).isEqualTo("210x297*2000");
        assertThat(view.offered()).containsExactly(1, 997, 998, 999, 1_000, 1_001, 1_002, 1_003, 2_000);
    }

    @Test
    void sizesKeepTheOrderOfPages() {
        DocumentView view = view(1, List.of(A4, A4, new PageSize(297.004, 210), A4), List.of());

        assertThat(view.sizes()).isEqualTo("210x297*2;297x210*1;210x297*1");
    }

    @Test
    void imprintsOfThePresentPageAreShownAndAllOfThemTravel() {
        List<Imprint> imprints = new ArrayList<>();
        imprints.add(new Imprint(0, 1, 202, 40, 8, 40));
        imprints.add(new Imprint(0, 2, 202.256, 40, 8, 40));
        DocumentView view = view(2, List.of(A4, A4), imprints);

        assertThat(view.shown()).extracting(Imprint::page).containsExactly(2);
        assertThat(view.marks()).isEqualTo("0,1,202,40,8,40;0,2,202.26,40,8,40");
        assertThat(view.pageOf(0)).isEqualTo(1);
        assertThat(view.pageOf(1)).isZero();
    }

    @Test
    void aPageThatIsNotThereBecomesTheNearestThatIs() {
        assertThat(view(99, List.of(A4, A4), List.of()).current()).isEqualTo(2);
        assertThat(view(-1, List.of(A4, A4), List.of()).current()).isEqualTo(1);
    }

    @Test
    void aPictureThatTheBrowserHasIsNotDrawnAgain() {
        AtomicInteger drawn = new AtomicInteger();
        ResponseEntity<byte[]> first = picture(null, drawn);
        ResponseEntity<byte[]> second = picture(first.getHeaders().getETag(), drawn);
        ResponseEntity<byte[]> other = picture("\"something-else\"", drawn);

        assertThat(first.getHeaders().getCacheControl()).contains("private");
        assertThat(second.getStatusCode().value()).isEqualTo(304);
        assertThat(other.getStatusCode().value()).isEqualTo(200);
        assertThat(drawn).hasValue(2);
    }

    @Test
    void onlyAFewWidthsAreOnOffer() {
        assertThat(List.of(PagePictures.offered(-5), PagePictures.offered(700), PagePictures.offered(1_000_000)))
                .containsExactly(160, 900, 2_000);
    }

    private static ResponseEntity<byte[]> picture(String known, AtomicInteger drawn) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (known != null) {
            request.addHeader("If-None-Match", known);
        }
        return PagePictures.answer(new ServletWebRequest(request), "document", 1, 900, Duration.ofMinutes(5), width -> {
            drawn.incrementAndGet();
            return new byte[] {1};
        });
    }

    private static DocumentView view(int current, List<PageSize> pages, List<Imprint> imprints) {
        return new DocumentView(
                "/somewhere", current, pages, List.of(new Signer("signature-1", "valid", "Somebody")), imprints);
    }
}
