package org.yinxin.register.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The heading of a column by which a list can be ordered.
 *
 * @param href the same list ordered by this column, the other way round when it is so already
 * @param order what screen readers are told: {@code ascending}, {@code descending} or {@code none}
 */
record SortLink(String href, String order) {

    static <E extends Enum<E>> Map<String, SortLink> of(
            E[] orders, E current, boolean descending, String path, Map<String, String> parameters) {
        Map<String, SortLink> links = new LinkedHashMap<>();
        for (E order : orders) {
            boolean here = order == current;
            Map<String, String> changed = new LinkedHashMap<>(parameters);
            changed.put("sort", order.name().toLowerCase(Locale.ROOT));
            changed.put("direction", here && !descending ? "descending" : "");
            changed.put("page", "");
            String now = descending ? "descending" : "ascending";
            links.put(order.name(), new SortLink(Parameters.address(path, changed), here ? now : "none"));
        }
        return links;
    }
}
