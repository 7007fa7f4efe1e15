package org.yinxin.enterprise.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.enterprise.Bindings;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.SealFiling;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.Times;

/** The enterprises for which a person acts; those of others do not exist for them. */
@Controller
@RequestMapping(MyEnterprisesController.PATH)
class MyEnterprisesController {

    static final String PATH = "/enterprises";

    private final Bindings bindings;
    private final MarketRegister register;
    private final SealFilings filings;
    private final MessageSource messages;
    private final Clock clock;

    MyEnterprisesController(
            Bindings bindings, MarketRegister register, SealFilings filings, MessageSource messages, Clock clock) {
        this.bindings = bindings;
        this.register = register;
        this.filings = filings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal AccountPrincipal me, Model model) {
        model.addAttribute("enterprises", bindings.of(me.personId()))
                .addAttribute("outdated", bindings.outdated(me.personId()));
        return "enterprise/list";
    }

    @GetMapping("/{code}")
    String show(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String code, Model model) {
        EnterpriseEntry enterprise = mine(me, code);
        model.addAttribute("enterprise", enterprise)
                .addAttribute("active", enterprise.isActiveOn(LocalDate.ofInstant(clock.instant(), Times.ZONE)))
                .addAttribute("filings", filings.of(enterprise.uscc()))
                .addAttribute(
                        "since",
                        bindings.since(me.personId(), enterprise.uscc()).orElse(null));
        return "enterprise/overview";
    }

    @GetMapping("/{code}/filings/{seal}/imprint.png")
    ResponseEntity<byte[]> imprint(
            @AuthenticationPrincipal AccountPrincipal me, @PathVariable String code, @PathVariable String seal) {
        Uscc uscc = mine(me, code).uscc();
        byte[] png = SealCode.parse(seal)
                .flatMap(filings::find)
                .filter(filing -> filing.uscc().equals(uscc))
                .map(SealFiling::code)
                .flatMap(filings::imprint)
                .orElseThrow(() -> new NotFoundException("imprint of " + seal));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(png);
    }

    @GetMapping("/{code}/unbind")
    String askToUnbind(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String code, Model model) {
        model.addAttribute("enterprise", mine(me, code));
        return "enterprise/unbind";
    }

    @PostMapping("/{code}/unbind")
    String unbind(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            Locale language,
            RedirectAttributes flash) {
        EnterpriseEntry enterprise = mine(me, code);
        bindings.unbind(me.personId(), enterprise.uscc());
        flash.addFlashAttribute(
                "notice", messages.getMessage("enterprise.unbound", new Object[] {enterprise.nameZh()}, language));
        return "redirect:" + PATH;
    }

    private EnterpriseEntry mine(AccountPrincipal me, String code) {
        return Uscc.parse(code)
                .filter(uscc -> bindings.isLegalRepresentative(me.personId(), uscc))
                .flatMap(register::find)
                .orElseThrow(() -> new NotFoundException("enterprise " + code));
    }
}
