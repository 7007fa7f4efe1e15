package org.yinxin.sealing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.proof.book.BookEvent;
import org.yinxin.ledger.proof.book.BookLine;
import org.yinxin.ledger.proof.book.BookStatement;
import org.yinxin.pki.StatementSigner;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.pdf.InvisibleSignature;
import org.yinxin.site.Times;

/** Words the statement of a use book and makes it a signed PDF with the checkable file inside. */
@Component
class StatementPdfs {

    private final MessageSource messages;
    private final Times times;
    private final StatementSigner signer;
    private final ChainReader chain;

    StatementPdfs(MessageSource messages, Times times, StatementSigner signer, ChainReader chain) {
        this.messages = messages;
        this.times = times;
        this.signer = signer;
        this.chain = chain;
    }

    /** @param file the same statement as JSON, which goes into the PDF */
    byte[] of(SealView seal, BookStatement statement, byte[] file, Locale locale) {
        byte[] plain = new StatementPdf(
                        text("usebook.statement.title", locale),
                        text("usebook.statement.says", locale, statement.first(), statement.last()),
                        facts(seal, statement, locale),
                        List.of(
                                text("usebook.table.number", locale),
                                text("usebook.table.what", locale),
                                text("usebook.table.use", locale),
                                text("usebook.table.head", locale)),
                        rows(statement, locale),
                        List.of(
                                text(
                                        chain.embedded() ? "usebook.statement.knows.alone" : "usebook.statement.knows",
                                        locale),
                                text("usebook.statement.knows-not", locale, statement.last()),
                                text("usebook.statement.check", locale, statement.issuedBy() + "/check/use-book")))
                .draw(file, "use-book-" + statement.sealNumber() + ".json", locale.toLanguageTag());
        var certificate = signer.certificate();
        return InvisibleSignature.sign(
                plain, certificate.chain(), statement.issuedAt(), data -> signer.sign(certificate, data));
    }

    private List<StatementPdf.Fact> facts(SealView seal, BookStatement statement, Locale locale) {
        List<StatementPdf.Fact> facts = new ArrayList<>();
        facts.add(fact("seal", seal.enterpriseName() + "  " + seal.number().grouped(), locale));
        facts.add(fact("entries", statement.first() + " – " + statement.last(), locale));
        facts.add(fact("issued", times.dateAndTime(statement.issuedAt(), locale), locale));
        facts.add(fact("before", statement.lines().getFirst().previous().hex(), locale));
        facts.add(fact("head", statement.lines().getLast().head().hex(), locale));
        facts.add(fact("contract", statement.contract() + " / " + statement.chainId(), locale));
        return facts;
    }

    private List<List<String>> rows(BookStatement statement, Locale locale) {
        return statement.lines().stream().map(line -> row(line, locale)).toList();
    }

    private List<String> row(BookLine line, Locale locale) {
        String what = line.event() == BookEvent.USE
                ? text("usebook.event.USE", locale)
                : text("usebook.mark." + line.fields().get("mark"), locale);
        return List.of(
                String.valueOf(line.number()),
                what,
                shortened(line.use().hex()),
                shortened(line.head().hex()));
    }

    private static String shortened(String hex) {
        return hex.substring(0, 14) + "…" + hex.substring(hex.length() - 10);
    }

    private StatementPdf.Fact fact(String key, String value, Locale locale) {
        return new StatementPdf.Fact(text("usebook.fact." + key, locale), value);
    }

    private String text(String key, Locale locale, Object... arguments) {
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(key, plain, locale);
    }
}
