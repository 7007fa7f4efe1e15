package org.yinxin.verification;

import org.springframework.stereotype.Component;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.WordsOnChain;
import org.yinxin.sealing.UseMarks;
import org.yinxin.shared.UseCode;

/** Asks the contract what was said of a use, and weighs our books against it. */
@Component
public class UseStandings {

    private final UseMarks marks;
    private final ChainReader chain;

    UseStandings(UseMarks marks, ChainReader chain) {
        this.marks = marks;
        this.chain = chain;
    }

    /** A word that was recorded between our two questions is no difference: looks into the books once more. */
    public UseStanding of(UseCode code) {
        ChainAnswer<WordsOnChain> answer = chain.words(code.onChain());
        UseStanding standing = UseStanding.of(marks.of(code), answer);
        return standing.matches() ? standing : UseStanding.of(marks.of(code), chain.words(code.onChain()));
    }
}
