package org.yinxin.sealing.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.proof.book.BookStatement;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.StampableSeals;
import org.yinxin.sealing.UseBookGapException;
import org.yinxin.sealing.UseBookStatements;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.UntrustedContent;

/** The statement that nothing is missing between two entries of a seal's use book: page, JSON and PDF. */
@Controller
@RequestMapping("/stamping/seals/{number}/uses")
class UseBookStatementController {

    private static final int SHOWN = 500;

    private final UseBookStatements statements;
    private final StampableSeals stampable;
    private final StatementPdfs pdfs;
    private final ChainReader chain;

    UseBookStatementController(
            UseBookStatements statements, StampableSeals stampable, StatementPdfs pdfs, ChainReader chain) {
        this.statements = statements;
        this.stampable = stampable;
        this.pdfs = pdfs;
        this.chain = chain;
    }

    @GetMapping("/statement")
    String page(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(required = false) @Nullable String last,
            Model model) {
        SealView seal = seal(person, number);
        long end = statements.last(seal.number());
        StatementRange range = StatementRange.of(first, last, end);
        model.addAttribute("seal", seal)
                .addAttribute("oneParty", chain.embedded())
                .addAttribute("pageHasErrors", range.error() != null && end > 0)
                .addAttribute("end", end)
                .addAttribute("range", range)
                .addAttribute("most", UseBookStatements.MOST)
                .addAttribute("shown", SHOWN);
        if (range.error() == null && end > 0) {
            model.addAttribute("part", statements.part(seal.number(), range.first(), range.last()));
        }
        return "stamping/statement";
    }

    @GetMapping("/statement.json")
    ResponseEntity<byte[]> json(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(required = false) @Nullable String last) {
        BookStatement statement = statement(person, number, first, last);
        return UntrustedContent.attachment(name(statement) + ".json", "application/json", statements.file(statement));
    }

    @GetMapping("/statement.pdf")
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(required = false) @Nullable String last,
            Locale locale) {
        SealView seal = seal(person, number);
        BookStatement statement = statement(person, number, first, last);
        byte[] file = pdfs.of(seal, statement, statements.file(statement), locale);
        return UntrustedContent.attachment(name(statement) + ".pdf", "application/pdf", file);
    }

    @ExceptionHandler(UseBookGapException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String gap() {
        return "stamping/statement-gap";
    }

    @ExceptionHandler(NodeSilentException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String silent() {
        return "stamping/statement-silent";
    }

    private BookStatement statement(
            AccountPrincipal person, String number, @Nullable String first, @Nullable String last) {
        SealView seal = seal(person, number);
        StatementRange range = StatementRange.of(first, last, statements.last(seal.number()));
        if (range.error() != null) {
            throw new NotFoundException("Entries " + first + " to " + last);
        }
        return statements.of(seal.number(), range.first(), range.last());
    }

    private static String name(BookStatement statement) {
        return "use-book-" + statement.sealNumber() + "-" + statement.first() + "-" + statement.last();
    }

    private SealView seal(AccountPrincipal person, String number) {
        return stampable.owned(
                person.personId(), SealNumber.parse(number).orElseThrow(() -> new NotFoundException("Seal " + number)));
    }
}
