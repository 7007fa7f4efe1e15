package org.yinxin.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.review.Officer;
import org.yinxin.review.WorkItem;
import org.yinxin.review.WorkListQuery;
import org.yinxin.review.WorkListQuery.Holder;
import org.yinxin.review.WorkListQuery.Shelf;
import org.yinxin.review.WorkListQuery.Sorting;
import org.yinxin.review.WorkLists;
import org.yinxin.site.Option;
import org.yinxin.site.PageLinks;

/** What lies on a bureau's desk. */
@Controller
@RequestMapping("/office/reviews")
class WorkListController {

    private final WorkLists lists;
    private final Desk desk;
    private final MessageSource messages;

    WorkListController(WorkLists lists, Desk desk, MessageSource messages) {
        this.lists = lists;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal AccountPrincipal me,
            @RequestParam(defaultValue = "") String shelf,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        Officer officer = desk.officer(me);
        WorkListQuery query = new WorkListQuery(
                one(Shelf.values(), shelf),
                one(Holder.values(), holder),
                overdue,
                search,
                one(Sorting.values(), sort),
                Math.max(0, page - 1));
        Page<WorkItem> items = lists.list(officer, query);
        model.addAttribute("officer", officer)
                .addAttribute("items", items.getContent())
                .addAttribute("total", items.getTotalElements())
                .addAttribute("counts", lists.counts(officer.bureau(), officer.id()))
                .addAttribute("query", query)
                .addAttribute("shelves", options("review.list.shelf.", Shelf.values(), locale))
                .addAttribute("holders", options("review.list.holder.", Holder.values(), locale))
                .addAttribute("sortings", options("review.list.sort.", Sorting.values(), locale))
                .addAttribute("links", PageLinks.of(items, address(query)));
        return "review/list";
    }

    private static String address(WorkListQuery query) {
        return UriComponentsBuilder.fromPath("/office/reviews")
                .queryParam("shelf", query.shelf())
                .queryParam("holder", query.holder())
                .queryParam("overdue", query.overdue())
                .queryParam("q", query.search())
                .queryParam("sort", query.sorting())
                .encode()
                .toUriString();
    }

    /** The value of this name, or the first one for whatever else an address may say. */
    private static <E extends Enum<E>> E one(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(values[0]);
    }

    private List<Option> options(String prefix, Enum<?>[] values, Locale locale) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), messages.getMessage(prefix + value.name(), null, locale)))
                .toList();
    }
}
