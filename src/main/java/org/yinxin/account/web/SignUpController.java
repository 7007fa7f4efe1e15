package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.yinxin.account.AlreadyRegisteredException;
import org.yinxin.account.NationalIdDigests;
import org.yinxin.account.Origin;
import org.yinxin.account.PasswordRefusal;
import org.yinxin.account.PersonName;
import org.yinxin.account.PhoneNumber;
import org.yinxin.account.SignInAttempt;
import org.yinxin.account.SignInRefusedException;
import org.yinxin.account.SignUps;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;

/** The way to a citizen's account: who you are, your password, check your answers, done. */
@Controller
@RequestMapping("/sign-up")
class SignUpController {

    private static final String DRAFT = "sign-up-draft";

    private final SignUps signUps;
    private final NationalIdDigests digests;
    private final RefusalWords words;

    SignUpController(SignUps signUps, NationalIdDigests digests, RefusalWords words) {
        this.signUps = signUps;
        this.digests = digests;
        this.words = words;
    }

    @GetMapping
    String details(@SessionAttribute(name = DRAFT, required = false) @Nullable SignUpDraft draft, Model model) {
        model.addAttribute(
                "form", draft == null ? new SignUpForm("", "", "") : new SignUpForm(draft.name(), "", draft.phone()));
        return "account/sign-up";
    }

    @PostMapping
    String details(@ModelAttribute("form") SignUpForm form, BindingResult errors, HttpServletRequest request) {
        Optional<PersonName> name = PersonName.parse(form.name());
        Optional<NationalId> number = NationalId.parse(form.nationalId());
        Optional<PhoneNumber> phone = PhoneNumber.parse(form.phone());
        FormErrors.require(name, form.name(), "name", "account.sign-up.name", errors);
        FormErrors.require(number, form.nationalId(), "nationalId", "account.sign-up.national-id", errors);
        FormErrors.require(phone, form.phone(), "phone", "account.sign-up.phone", errors);
        if (errors.hasErrors()) {
            return "account/sign-up";
        }
        Digest digest = digests.digest(number.orElseThrow());
        checkFree(digest, phone.orElseThrow(), request, errors);
        if (errors.hasErrors()) {
            return "account/sign-up";
        }
        SignUpDraft draft =
                SignUpDraft.of(name.orElseThrow().value(), number.orElseThrow(), digest, phone.orElseThrow());
        request.getSession().setAttribute(DRAFT, draft);
        return "redirect:/sign-up/password";
    }

    private void checkFree(Digest digest, PhoneNumber phone, HttpServletRequest request, BindingResult errors) {
        try {
            if (!signUps.areFree(digest, phone, SignInAttempt.of(request))) {
                errors.reject("account.sign-up.taken");
            }
        } catch (SignInRefusedException e) {
            words.explain(e.refusal(), "name", errors);
        }
    }

    @GetMapping("/password")
    String password(@SessionAttribute(name = DRAFT, required = false) @Nullable SignUpDraft draft, Model model) {
        if (draft == null) {
            return "redirect:/sign-up";
        }
        model.addAttribute("form", new NewPasswordForm("")).addAttribute("signInName", draft.phone());
        return "account/sign-up-password";
    }

    @PostMapping("/password")
    String password(
            @SessionAttribute(name = DRAFT, required = false) @Nullable SignUpDraft draft,
            @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            HttpSession session,
            Model model) {
        if (draft == null) {
            return "redirect:/sign-up";
        }
        Optional<PasswordRefusal> refusal = signUps.refusal(form.password(), draft.name(), draft.phoneNumber());
        if (refusal.isPresent()) {
            words.explain(refusal.get(), "password", errors);
            model.addAttribute("signInName", draft.phone());
            return "account/sign-up-password";
        }
        session.setAttribute(DRAFT, draft.withPassword(signUps.hash(form.password())));
        return "redirect:/sign-up/check";
    }

    @GetMapping("/check")
    String check(@SessionAttribute(name = DRAFT, required = false) @Nullable SignUpDraft draft, Model model) {
        if (draft == null || draft.passwordHash() == null) {
            return "redirect:/sign-up";
        }
        model.addAttribute("draft", draft)
                .addAttribute("phone", draft.phoneNumber().grouped());
        return "account/sign-up-check";
    }

    @PostMapping("/check")
    String open(
            @SessionAttribute(name = DRAFT, required = false) @Nullable SignUpDraft draft,
            @ModelAttribute("form") SignUpForm empty,
            BindingResult errors,
            HttpServletRequest request) {
        String hash = draft == null ? null : draft.passwordHash();
        if (draft == null || hash == null) {
            return "redirect:/sign-up";
        }
        request.getSession().removeAttribute(DRAFT);
        try {
            signUps.open(draft.name(), draft.digest(), draft.phoneNumber(), hash, Origin.of(request));
            return "redirect:/sign-up/done";
        } catch (AlreadyRegisteredException e) {
            errors.reject("account.sign-up.taken");
            return "account/sign-up";
        }
    }

    @GetMapping("/done")
    String done() {
        return "account/sign-up-done";
    }
}
