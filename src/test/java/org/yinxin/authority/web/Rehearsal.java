package org.yinxin.authority.web;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyView;
import org.yinxin.authority.SignatureRefusedException;
import org.yinxin.shared.Digest;

/** A page of the tests' own on which a key signs, because it is the keys that are tested and not what is signed. */
@Controller
@RequestMapping("/account/rehearsal/{id}")
class Rehearsal {

    private final AuthorityKeys keys;

    Rehearsal(AuthorityKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model) {
        return page(id, "", model);
    }

    @PostMapping
    String signed(@PathVariable UUID id, @RequestParam(defaultValue = "") String signature, Model model) {
        try {
            keys.signature(keys.find(id).orElseThrow(), act(id), signature);
            return page(id, "signed", model);
        } catch (SignatureRefusedException e) {
            return page(id, e.refusal().name(), model);
        }
    }

    private String page(UUID id, String outcome, Model model) {
        KeyView key = keys.find(id).orElseThrow();
        model.addAttribute("signing", keys.prompt(key, act(id), "This is a rehearsal."))
                .addAttribute("outcome", outcome)
                .addAttribute("address", "/account/rehearsal/" + id);
        return "rehearsal";
    }

    static Digest act(UUID id) {
        return Digest.sha256(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
