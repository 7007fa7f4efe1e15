package org.yinxin.register.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.register.Author;
import org.yinxin.register.Column;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.Tally;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Uscc;

/**
 * Runs imports, one at a time per register, each in one transaction: whatever ends the process, a file is in the
 * register whole, as chosen, or not at all.
 *
 * <p>The transaction holds the register's advisory lock. Who gets the lock knows that no other process, here or
 * elsewhere, is running an import of this register, so that any import still called running was interrupted.
 */
@Component
class ImportRun {

    static final int PORTION = 500;
    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    private final Imports imports;
    private final JdbcClient jdbc;
    private final Map<RegisterKind, RegisterRows<?>> registers;
    private final TransactionTemplate whole;
    private final TransactionTemplate aside;

    ImportRun(
            Imports imports,
            JdbcClient jdbc,
            List<RegisterRows<?>> registers,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.jdbc = jdbc;
        this.registers = registers.stream().collect(Collectors.toMap(RegisterRows::kind, Function.identity()));
        this.whole = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Names what was interrupted, then runs the oldest waiting import; false when there was nothing to run. */
    boolean next(RegisterKind kind) {
        whole.executeWithoutResult(transaction -> {
            if (lock(kind)) {
                imports.running(kind).forEach(dead -> imports.move(dead, ImportStatus.INTERRUPTED));
            }
        });
        return runNext(kind);
    }

    private boolean runNext(RegisterKind kind) {
        UUID[] begun = new UUID[1];
        try {
            whole.executeWithoutResult(transaction -> {
                if (lock(kind)) {
                    imports.nextWaiting(kind).filter(this::begin).ifPresent(id -> {
                        begun[0] = id;
                        run(id);
                    });
                }
            });
        } catch (RuntimeException e) {
            if (begun[0] == null) {
                throw e;
            }
            fail(begun[0], e);
        }
        return begun[0] != null;
    }

    private void fail(UUID id, RuntimeException cause) {
        Reference reference = Reference.random();
        log.error("{}: the import {} failed", reference, id, cause);
        aside.executeWithoutResult(transaction -> imports.fail(id, reference.value()));
    }

    /** Told at once and for itself, so that the page moves while the rows are still in an open transaction. */
    private boolean begin(UUID id) {
        return Boolean.TRUE.equals(aside.execute(transaction -> {
            boolean begins = imports.move(id, ImportStatus.RUNNING);
            if (begins) {
                imports.begin(id);
            }
            return begins;
        }));
    }

    private void run(UUID id) {
        ImportView view = imports.find(id).orElseThrow();
        RowTaker<?> taker = new RowTaker<>(
                Objects.requireNonNull(registers.get(view.kind())), new Author(view.createdBy(), view.id()));
        jdbc.sql("savepoint before_rows").update();
        StagedRows.inPortions(imports.staged(id).orElseThrow(), view.kind(), PORTION, portion -> {
            int earlier = taker.problems();
            List<ImportProblem> problems = taker.take(portion, known(portion));
            aside.executeWithoutResult(
                    transaction -> imports.report(id, taker.done(), taker.refused(), problems, earlier));
        });
        boolean refused = taker.refused() > 0 && view.mode() == ImportMode.ALL_OR_NOTHING;
        if (refused) {
            jdbc.sql("rollback to savepoint before_rows").update();
        }
        imports.tally(id, refused ? Tally.NONE : taker.tally());
        if (!imports.move(id, refused ? ImportStatus.REFUSED : ImportStatus.FINISHED)) {
            throw new IllegalStateException("The import " + id + " was ended by somebody else");
        }
    }

    private boolean lock(RegisterKind kind) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('register.import.' || ?, 0))")
                .param(kind.name())
                .query(Boolean.class)
                .single();
    }

    private Set<Uscc> known(List<TableRow> rows) {
        String[] codes = rows.stream()
                .flatMap(row -> Uscc.parse(row.cell(Column.USCC)).stream())
                .map(Uscc::value)
                .distinct()
                .toArray(String[]::new);
        return jdbc
                .sql("select uscc from register.enterprise where uscc = any(?)")
                .param(codes)
                .query(String.class)
                .list()
                .stream()
                .map(Uscc::new)
                .collect(Collectors.toSet());
    }
}
