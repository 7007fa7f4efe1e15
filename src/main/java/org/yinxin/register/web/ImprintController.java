package org.yinxin.register.web;

import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.register.Author;
import org.yinxin.register.FilingOffice;
import org.yinxin.register.FilingRecord;
import org.yinxin.register.ImprintPicture;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.SealCode;
import org.yinxin.site.NotFoundException;

/** The imprint of a filed seal: seen by all bureaus, handed in by the police. */
@Controller
@RequestMapping(FilingsController.PATH + "/{code}")
class ImprintController {

    private static final String PAGE = "register/imprint";

    private final FilingOffice office;
    private final SealFilings filings;
    private final MessageSource messages;

    ImprintController(FilingOffice office, SealFilings filings, MessageSource messages) {
        this.office = office;
        this.filings = filings;
        this.messages = messages;
    }

    @GetMapping("/imprint.png")
    ResponseEntity<byte[]> picture(@PathVariable String code) {
        byte[] png = filings.imprint(find(code).filing().code())
                .orElseThrow(() -> new NotFoundException("imprint of " + code));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(png);
    }

    @GetMapping("/imprint")
    String form(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String code, Model model) {
        RegisterAccess.requireChange(me, RegisterKind.FILINGS);
        model.addAttribute("filing", find(code).filing()).addAttribute("form", new ImprintForm(null));
        return PAGE;
    }

    @PostMapping("/imprint")
    String handIn(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            @ModelAttribute("form") ImprintForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        RegisterAccess.requireChange(me, RegisterKind.FILINGS);
        FilingRecord filing = find(code);
        MultipartFile picture = form.picture();
        try {
            byte[] png = ImprintPicture.png(picture == null ? new byte[0] : picture.getBytes());
            office.handInImprint(filing.filing().code(), png, Author.officer(me.personId()));
        } catch (ImprintPicture.UnusableException e) {
            errors.rejectValue("picture", "register.imprint.problem." + e.problem());
            model.addAttribute("filing", filing.filing());
            return PAGE;
        }
        flash.addFlashAttribute("notice", messages.getMessage("register.imprint.done", null, language));
        return "redirect:" + FilingsController.PATH + "/" + filing.filing().code();
    }

    private FilingRecord find(String code) {
        return SealCode.parse(code).flatMap(office::find).orElseThrow(() -> new NotFoundException("filing " + code));
    }
}
