package org.yinxin.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The links between the pages of a list, keeping the search as it is.
 *
 * @param total how many pages there are
 * @param items the numbered links, with gaps where many are left out
 */
public record PageLinks(
        int total, @Nullable String previous, @Nullable String next, List<Item> items) {

    /** A numbered link, or a gap. */
    public record Item(int number, String href, boolean current, boolean gap) {}

    /**
     * Links for the page of results shown.
     *
     * @param address the address of the list with its search, such as {@code /office/reviews?status=open}; its
     *     parameter {@code page} counts from 1
     */
    public static PageLinks of(Page<?> shown, String address) {
        int current = shown.getNumber() + 1;
        int total = shown.getTotalPages();
        List<Item> items = new ArrayList<>();
        int last = 0;
        for (int number = 1; number <= total; number++) {
            if (number == 1 || number == total || Math.abs(number - current) <= 1) {
                if (number > last + 1) {
                    items.add(new Item(0, "", false, true));
                }
                items.add(new Item(number, href(address, number), number == current, false));
                last = number;
            }
        }
        return new PageLinks(
                total,
                current > 1 ? href(address, current - 1) : null,
                current < total ? href(address, current + 1) : null,
                List.copyOf(items));
    }

    private static String href(String address, int number) {
        return UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam("page", number)
                .build()
                .toUriString();
    }
}
