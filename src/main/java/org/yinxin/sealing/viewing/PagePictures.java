package org.yinxin.sealing.viewing;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** Answers with the picture of a page in one of a few widths, kept by the reader's browser and by nobody between. */
public final class PagePictures {

    /** To be raised when pages come to look different, so that browsers ask again. */
    private static final int EDITION = 1;

    private static final List<Integer> WIDTHS = List.of(160, 480, 900, 1400, 2000);

    private PagePictures() {}

    /**
     * @param document what names the bytes of the document for good
     * @param width that is wished for; the next width on offer is given
     * @param draw draws the page in the width; not called when the browser has the picture
     */
    public static ResponseEntity<byte[]> answer(
            WebRequest request, Object document, int page, int width, Duration kept, IntFunction<byte[]> draw) {
        int given = offered(width);
        String tag = "\"%s-%d-%d-%d\"".formatted(document, page, given, EDITION);
        CacheControl cache = CacheControl.maxAge(kept).cachePrivate();
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && List.of(known.split("\\s*,\\s*")).contains(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(cache).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .eTag(tag)
                .cacheControl(cache)
                .body(draw.apply(given));
    }

    static int offered(int width) {
        return WIDTHS.stream().filter(offered -> offered >= width).findFirst().orElse(WIDTHS.getLast());
    }
}
