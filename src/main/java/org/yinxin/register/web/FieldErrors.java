package org.yinxin.register.web;

import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.yinxin.register.Column;
import org.yinxin.register.RowProblem;

/** Puts what is wrong with a typed entry beside its fields. */
final class FieldErrors {

    private FieldErrors() {}

    static void put(List<RowProblem> problems, BindingResult errors) {
        for (RowProblem problem : problems) {
            Column column = problem.column();
            if (column != null) {
                errors.rejectValue(column.field(), problem.problem().messageKey(), words(column), null);
            }
        }
    }

    /** What the messages of problems are filled with: the field's name and its longest length. */
    static Object[] words(Column column) {
        return new Object[] {new DefaultMessageSourceResolvable("register.column." + column.field()), column.longest()};
    }
}
