package org.yinxin.register.imports;

import java.util.List;
import org.yinxin.register.Column;

/** A file that cannot be read as a table of register entries. */
public class UnusableFileException extends RuntimeException {

    private final FileProblem problem;
    private final long row;
    private final transient List<Column> columns;

    UnusableFileException(FileProblem problem) {
        this(problem, 0, List.of());
    }

    UnusableFileException(FileProblem problem, long row) {
        this(problem, row, List.of());
    }

    UnusableFileException(FileProblem problem, List<Column> columns) {
        this(problem, 0, columns);
    }

    private UnusableFileException(FileProblem problem, long row, List<Column> columns) {
        super(problem + " at row " + row + " " + columns);
        this.problem = problem;
        this.row = row;
        this.columns = columns;
    }

    public FileProblem problem() {
        return problem;
    }

    /** The row of the file at fault; 0 when it is the file as a whole. */
    public long row() {
        return row;
    }

    /** The columns at fault. */
    public List<Column> columns() {
        return columns;
    }
}
