package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.OfficerRow;
import org.yinxin.account.Officers;
import org.yinxin.account.Origin;
import org.yinxin.account.PersonName;
import org.yinxin.account.Role;
import org.yinxin.account.StaffNumber;
import org.yinxin.account.StaffNumberTakenException;
import org.yinxin.site.Option;
import org.yinxin.site.PageLinks;

/** A bureau's officers and administrators: the list, and how somebody joins it. */
@Controller
@RequestMapping("/office/administration/officers")
class OfficersController {

    private static final int PER_PAGE = 20;

    private final Officers officers;
    private final MessageSource messages;

    OfficersController(Officers officers, MessageSource messages) {
        this.officers = officers;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Page<OfficerRow> found = officers.list(
                administrator, search, PageRequest.of(Math.max(1, page) - 1, PER_PAGE, OfficerSort.of(sort)));
        String address = UriComponentsBuilder.fromPath("/office/administration/officers")
                .queryParam("q", search)
                .queryParam("sort", sort)
                .encode()
                .toUriString();
        model.addAttribute("officers", found.getContent())
                .addAttribute("total", found.getTotalElements())
                .addAttribute("search", search)
                .addAttribute("sort", sort)
                .addAttribute(
                        "columns",
                        List.of(OfficerSort.values()).stream()
                                .map(OfficerSort::parameter)
                                .toList())
                .addAttribute("bureau", administrator.bureau())
                .addAttribute("links", PageLinks.of(found, address));
        return "account/officers";
    }

    @GetMapping("/new")
    String form(Locale locale, Model model) {
        model.addAttribute("form", new OfficerForm("", "", Role.OFFICER.name())).addAttribute("roles", roles(locale));
        return "account/officer-new";
    }

    /** Answers with the one-time password itself: after a redirect it would have to be kept somewhere to be shown. */
    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @ModelAttribute("form") OfficerForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Optional<PersonName> name = PersonName.parse(form.name());
        Optional<StaffNumber> staffNumber = StaffNumber.parse(form.staffNumber());
        Optional<Role> role = role(form.role());
        FormErrors.require(name, form.name(), "name", "account.officer.name", errors);
        FormErrors.require(staffNumber, form.staffNumber(), "staffNumber", "account.officer.staff-number", errors);
        FormErrors.require(role, form.role(), "role", "account.officer.role", errors);
        if (!errors.hasErrors()) {
            try {
                model.addAttribute(
                        "made",
                        officers.create(
                                administrator,
                                role.orElseThrow(),
                                name.orElseThrow().value(),
                                staffNumber.orElseThrow(),
                                Origin.of(request)));
                return "account/officer-password";
            } catch (StaffNumberTakenException e) {
                errors.rejectValue("staffNumber", "account.officer.staff-number.taken");
            }
        }
        model.addAttribute("roles", roles(locale));
        return "account/officer-new";
    }

    private static Optional<Role> role(String typed) {
        return List.of(Role.OFFICER, Role.ADMINISTRATOR).stream()
                .filter(role -> role.name().equals(typed))
                .findFirst();
    }

    private List<Option> roles(Locale locale) {
        return List.of(Role.OFFICER, Role.ADMINISTRATOR).stream()
                .map(role -> new Option(
                        role.name(),
                        messages.getMessage("account.role." + role, null, locale),
                        messages.getMessage("account.role." + role + ".hint", null, locale)))
                .toList();
    }
}
