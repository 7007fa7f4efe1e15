package org.yinxin.register.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.register.IdentityCells;
import org.yinxin.register.Paging;
import org.yinxin.register.RegisterKind;
import org.yinxin.shared.Digest;

/** Where officers hand in files, look at what was read, give their word, and see what came of it. */
@Service
@Transactional
public class ImportDesk {

    /** The largest file that is taken, in bytes. */
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    private static final int PREVIEWED = 10;

    private final Imports imports;
    private final IdentityCells identities;

    ImportDesk(Imports imports, IdentityCells identities) {
        this.imports = imports;
        this.identities = identities;
    }

    /**
     * Reads a file and keeps its rows for the officer's word; nothing reaches the register yet.
     *
     * @param encoding how the file is encoded; found out when absent
     * @throws UnusableFileException when the file is not a table of this register's entries
     */
    public UUID upload(RegisterKind kind, String fileName, byte[] file, @Nullable FileEncoding encoding, UUID officer) {
        if (file.length == 0) {
            throw new UnusableFileException(FileProblem.EMPTY);
        }
        if (file.length > LARGEST_FILE) {
            throw new UnusableFileException(FileProblem.TOO_LARGE);
        }
        FileEncoding used = Optional.ofNullable(encoding)
                .or(() -> FileEncoding.detect(file))
                .orElseThrow(() -> new UnusableFileException(FileProblem.ENCODING));
        String text = used.decode(file).orElseThrow(() -> new UnusableFileException(FileProblem.ENCODING));
        CsvTable table = new CsvTable(text, kind);
        StagedRows rows = StagedRows.of(table, kind, identities);
        if (rows.count() == 0) {
            throw new UnusableFileException(FileProblem.NO_ROWS);
        }
        return imports.add(kind, fileName, Digest.sha256(file), used, table.unknownHeadings(), rows, officer);
    }

    @Transactional(readOnly = true)
    public Optional<ImportView> find(UUID id) {
        return imports.find(id);
    }

    /** The latest import of the very same file that ended well. */
    @Transactional(readOnly = true)
    public Optional<ImportView> sameBefore(UUID id) {
        return imports.sameBefore(id);
    }

    /** The first rows as they were read. */
    @Transactional(readOnly = true)
    public List<TableRow> preview(ImportView view) {
        return imports.staged(view.id())
                .map(staged -> StagedRows.first(staged, view.kind(), PREVIEWED))
                .orElse(List.of());
    }

    @Transactional(readOnly = true)
    public Page<ImportView> history(RegisterKind kind, int page) {
        long total = imports.count(kind);
        Pageable shown = Paging.nearest(page, total);
        return new PageImpl<>(imports.latest(kind, shown), shown, total);
    }

    @Transactional(readOnly = true)
    public Page<ImportProblem> problems(UUID id, int page) {
        long total = imports.countProblems(id);
        Pageable shown = Paging.nearest(page, total);
        return new PageImpl<>(imports.problems(id, shown), shown, total);
    }

    /** The whole report, at most 10,000 lines. */
    @Transactional(readOnly = true)
    public List<ImportProblem> allProblems(UUID id) {
        return imports.problems(id, PageRequest.ofSize(Imports.MOST_PROBLEMS));
    }

    /** False when the import was confirmed or put aside meanwhile. */
    public boolean confirm(UUID id, ImportMode mode) {
        return imports.confirm(id, mode);
    }

    /** False when the import has begun meanwhile. */
    public boolean discard(UUID id) {
        return imports.move(id, ImportStatus.DISCARDED);
    }

    /** Starts an interrupted or failed import again; false when it is neither. */
    public boolean repeat(UUID id) {
        return imports.move(id, ImportStatus.WAITING);
    }
}
