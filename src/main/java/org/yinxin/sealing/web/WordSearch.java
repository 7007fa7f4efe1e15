package org.yinxin.sealing.web;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.Drafts;
import org.yinxin.sealing.plan.Keyword;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.TextHit;
import org.yinxin.site.RateLimits;

/** Puts the seal on a word that the person types, and says what is wrong when that cannot be done. */
@Component
class WordSearch {

    private static final int LONGEST = 100;

    private final Drafts drafts;
    private final RateLimits limits;

    WordSearch(Drafts drafts, RateLimits limits) {
        this.drafts = drafts;
        this.limits = limits;
    }

    /** Everywhere that the word stands, and where the seal is to stand of it; no places when an error was told. */
    record Found(List<TextHit> hits, List<Placement> places) {

        static final Found NOTHING = new Found(List.of(), List.of());
    }

    Found search(DraftView draft, SealView seal, PlanForm form, Errors errors) {
        String word = form.word() == null ? "" : form.word().strip();
        if (word.isEmpty() || word.length() > LONGEST) {
            errors.rejectValue("word", word.isEmpty() ? "stamping.word.error.empty" : "stamping.word.error.long");
            return Found.NOTHING;
        }
        OptionalInt nth = "every".equals(form.which()) ? OptionalInt.empty() : Typed.number(form.nth(), 99_999);
        if (nth.isEmpty() && !"every".equals(form.which())) {
            errors.rejectValue("nth", "stamping.word.error.nth");
            return Found.NOTHING;
        }
        limits.take("stamping-word", draft.personId().toString(), 60, Duration.ofMinutes(10));
        List<TextHit> hits = drafts.find(draft.personId(), draft.id(), word);
        if (hits.isEmpty()) {
            errors.rejectValue("word", "stamping.word.error.none", new Object[] {word}, null);
            return Found.NOTHING;
        }
        List<Placement> places =
                new Keyword(word, nth).placements(hits, draft.pages(), seal.widthMm(), seal.heightMm());
        if (places.isEmpty()) {
            errors.rejectValue("nth", "stamping.word.error.fewer", new Object[] {hits.size()}, null);
        }
        return new Found(hits, places);
    }
}
