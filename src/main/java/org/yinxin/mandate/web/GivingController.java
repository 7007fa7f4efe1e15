package org.yinxin.mandate.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.mandate.Giving;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateFile;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.ToSign;

/** The giver looks at everything once more, compares the holder's key, and signs. */
@Controller
@RequestMapping("/mandates/{id:[0-9a-f-]{36}}/signature")
class GivingController {

    private final MandateBook book;
    private final Giving giving;
    private final AuthorityKeys keys;
    private final MessageSource messages;

    GivingController(MandateBook book, Giving giving, AuthorityKeys keys, MessageSource messages) {
        this.book = book;
        this.giving = giving;
        this.keys = keys;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String id,
            @ModelAttribute("form") SignatureForm form,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        UUID mandate = Paths.mandate(id);
        MandateFile file = book.file(me.personId(), mandate);
        try {
            ToSign asked = giving.toSign(me.personId(), mandate);
            String words = messages.getMessage(
                    "mandate.sign.words",
                    new Object[] {
                        file.mandate().mandate().name(),
                        file.seal().enterpriseName(),
                        file.seal().number().grouped()
                    },
                    locale);
            model.addAttribute("file", file)
                    .addAttribute("expiry", asked.expiry().getEpochSecond())
                    .addAttribute("signing", keys.prompt(asked.key(), asked.digest(), words));
            MandateView.Holder holder = file.mandate().mandate().holder();
            if (holder != null) {
                keys.find(holder.keyId()).ifPresent(key -> model.addAttribute("key", key));
            }
            return "mandate/signature";
        } catch (RuntimeException e) {
            flash.addFlashAttribute("problem", SigningTrouble.key(e));
            return Paths.toMandate(mandate);
        }
    }

    @PostMapping
    String sign(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String id,
            @ModelAttribute("form") SignatureForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        if (!form.isCompared()) {
            errors.rejectValue("compared", "mandate.sign.compared.missing");
            return show(me, id, form, locale, model, flash);
        }
        UUID mandate = Paths.mandate(id);
        try {
            giving.sign(me.personId(), mandate, form.until(), form.signed());
            flash.addFlashAttribute("notice", messages.getMessage("mandate.sign.done", null, locale));
        } catch (RuntimeException e) {
            String trouble = SigningTrouble.key(e);
            if (SigningTrouble.again(e)) {
                errors.rejectValue("signature", trouble);
                return show(me, id, form, locale, model, flash);
            }
            flash.addFlashAttribute("problem", trouble);
        }
        return Paths.toMandate(mandate);
    }
}
