package org.yinxin.register.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.register.Column;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.imports.ImportProblem;

/** The files that officers take home: templates and error reports. */
@Component
class ImportFiles {

    private final MessageSource messages;

    ImportFiles(MessageSource messages) {
        this.messages = messages;
    }

    /** The headings alone. */
    byte[] template(RegisterKind kind, Locale language) {
        return SpreadsheetCsv.of(Stream.of(
                kind.columns().stream().map(column -> column.heading(language)).toList()));
    }

    byte[] report(List<ImportProblem> problems, Locale language) {
        Stream<List<String>> headings = Stream.of(Stream.of("row", "column", "value", "what-to-do")
                .map(heading -> messages.getMessage("register.import.report." + heading, null, language))
                .toList());
        return SpreadsheetCsv.of(Stream.concat(headings, problems.stream().map(problem -> line(problem, language))));
    }

    /** What is wrong and what to do, in the reader's language. */
    String words(ImportProblem problem, Locale language) {
        Column column = problem.column();
        Object[] words = column == null ? new Object[0] : FieldErrors.words(column);
        return messages.getMessage(problem.problem().messageKey(), words, language);
    }

    private List<String> line(ImportProblem problem, Locale language) {
        Column column = problem.column();
        return List.of(
                String.valueOf(problem.row()),
                column == null ? "" : column.heading(language),
                problem.value(),
                words(problem, language));
    }
}
