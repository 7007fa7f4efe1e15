package org.yinxin.register.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.register.Column;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.Problem;
import org.yinxin.register.RegisterFixtures;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.SealFilings;
import org.yinxin.register.Tally;
import org.yinxin.shared.NationalId;
import org.yinxin.shared.Uscc;

class ImportIT extends IntegrationTest {

    private static final UUID OFFICER = UUID.randomUUID();
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String NUMBER =
            NationalId.complete("99010119780312001").value();
    private static final String HEADINGS = "统一社会信用代码,企业名称,企业类型,法定代表人,法定代表人身份证号,住所,登记状态,成立日期,行政区划代码\n";

    @Autowired
    private ImportDesk desk;

    @Autowired
    private MarketRegister register;

    @Autowired
    private SealFilings filings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void fiveThousandRowsAreTakenAndTakenAgainWithoutDoubling() {
        List<Uscc> codes = codes(5_000);
        byte[] file = file(codes, "存续").getBytes(StandardCharsets.UTF_8);

        ImportView first = run(file, ImportMode.ALL_OR_NOTHING);
        assertThat(first.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(first.tally()).isEqualTo(new Tally(5_000, 0, 0));
        assertThat(first.percent()).isEqualTo(100);
        assertThat(first.endedAt()).isNotNull();
        assertThat(register.find(codes.getLast())).isPresent();

        ImportView second = run(file, ImportMode.ALL_OR_NOTHING);
        assertThat(second.tally()).isEqualTo(new Tally(0, 0, 5_000));
        assertThat(desk.sameBefore(second.id())).map(ImportView::id).contains(first.id());
    }

    @Test
    void aFileInGb18030IsReadLikeOneInUtf8() {
        List<Uscc> codes = codes(3);

        ImportView ended = run(file(codes, "存续").getBytes(GB18030), ImportMode.ALL_OR_NOTHING);

        assertThat(ended.encoding()).isEqualTo(FileEncoding.GB18030);
        assertThat(register.find(codes.getFirst()))
                .map(EnterpriseEntry::legalRepresentative)
                .contains("沈知远");
    }

    @Test
    void allOrNothingLeavesNothingWhenOneRowIsBad() {
        List<Uscc> codes = codes(1_200);
        String file = file(codes, "存续") + codes.getFirst() + ",重复行,不明,沈知远,99,路,存续,2015-03-08,330106\n";

        ImportView ended = run(file.getBytes(StandardCharsets.UTF_8), ImportMode.ALL_OR_NOTHING);

        assertThat(ended.status()).isEqualTo(ImportStatus.REFUSED);
        assertThat(ended.tally()).isEqualTo(Tally.NONE);
        assertThat(codes).noneMatch(code -> register.find(code).isPresent());
        assertThat(desk.problems(ended.id(), 1).getContent())
                .containsExactly(
                        new ImportProblem(1_202, Column.KIND, "不明", Problem.NOT_A_KIND),
                        new ImportProblem(1_202, Column.LEGAL_REPRESENTATIVE_ID, "**", Problem.NOT_AN_IDENTITY_NUMBER));
    }

    @Test
    void goodRowsAreTakenAndBadOnesReported() {
        List<Uscc> codes = codes(3);
        String file = file(codes, "存续") + file(List.of(codes.get(1)), "注销").replace(HEADINGS, "")
                + ",无代码,有限责任公司,沈知远,,路,存续,2015-03-08,330106\n";

        ImportView ended = run(file.getBytes(StandardCharsets.UTF_8), ImportMode.GOOD_ROWS);

        assertThat(ended.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(ended.tally()).isEqualTo(new Tally(3, 0, 0));
        assertThat(ended.refused()).isEqualTo(2);
        assertThat(desk.problems(ended.id(), 1).getContent())
                .extracting(ImportProblem::row, ImportProblem::problem)
                .containsExactly(
                        tuple(5L, Problem.TWICE_IN_THE_FILE), tuple(6L, Problem.MISSING), tuple(6L, Problem.MISSING));
    }

    @Test
    void changedRowsAreChangedAndLeaveARecordOfTheImport() {
        List<Uscc> codes = codes(2);
        run(file(codes, "存续").getBytes(StandardCharsets.UTF_8), ImportMode.GOOD_ROWS);

        ImportView ended = run(
                (file(codes.subList(0, 1), "吊销")
                                + file(codes.subList(1, 2), "存续").replace(HEADINGS, ""))
                        .getBytes(StandardCharsets.UTF_8),
                ImportMode.GOOD_ROWS);

        assertThat(ended.tally()).isEqualTo(new Tally(0, 1, 1));
        assertThat(jdbc.sql(
                                "select count(*) from register.change where key = ? and import_id = ? and before is not null")
                        .params(codes.getFirst().value(), ended.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void noIdentityNumberIsEverWrittenDown() {
        NationalId number = RegisterFixtures.nationalId();
        Uscc code = RegisterFixtures.uscc();
        byte[] file = (HEADINGS + row(code, number.value(), "存续")).getBytes(StandardCharsets.UTF_8);

        UUID id = desk.upload(RegisterKind.ENTERPRISES, "一.csv", file, null, OFFICER);

        byte[] staged = jdbc.sql("select staged from register.import where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(staged, StandardCharsets.UTF_8))
                .contains(code.value())
                .doesNotContain(number.value());
        desk.discard(id);
    }

    @Test
    void whatWasUploadedIsErasedOnceTheImportHasEnded() {
        ImportView ended = run(file(codes(1), "存续").getBytes(StandardCharsets.UTF_8), ImportMode.GOOD_ROWS);

        assertThat(jdbc.sql("select staged is null from register.import where id = ?")
                        .param(ended.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void filingsAreTakenForEnterprisesThatTheMarketRegisterKnows() {
        Uscc known = codes(1).getFirst();
        run(file(List.of(known), "存续").getBytes(StandardCharsets.UTF_8), ImportMode.GOOD_ROWS);
        String good = RegisterFixtures.sealCode().value();
        String bad = RegisterFixtures.sealCode().value();
        String file = "Seal code,USCC,Seal kind,Status,Filed on\n" + good + "," + known
                + ",STATUTORY_NAME,In use,2016-01-04\n" + bad + "," + RegisterFixtures.uscc()
                + ",公章,在用,2016/1/4\n";

        ImportView ended = run(RegisterKind.FILINGS, file.getBytes(StandardCharsets.UTF_8), ImportMode.GOOD_ROWS);

        assertThat(ended.tally().added()).isEqualTo(1);
        assertThat(filings.of(known)).hasSize(1);
        assertThat(desk.allProblems(ended.id()))
                .extracting(ImportProblem::problem)
                .containsExactly(Problem.NO_SUCH_ENTERPRISE);
    }

    @Test
    void anImportWhoseProcessWasKilledIsCalledInterruptedAndCanBeRepeated() {
        List<Uscc> codes = codes(2);
        UUID id = desk.upload(
                RegisterKind.ENTERPRISES, "a.csv", file(codes, "存续").getBytes(StandardCharsets.UTF_8), null, OFFICER);
        // What a killed process leaves behind: the row says running, and nobody holds the register's lock.
        jdbc.sql("""
                        update register.import set status = 'RUNNING', mode = 'ALL_OR_NOTHING', confirmed_at = now(),
                          started_at = now(), rows_done = 1 where id = ?""").param(id).update();

        assertThat(ended(id).status()).isEqualTo(ImportStatus.INTERRUPTED);
        assertThat(codes).noneMatch(code -> register.find(code).isPresent());

        assertThat(desk.repeat(id)).isTrue();
        ImportView repeated = ended(id);
        assertThat(repeated.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(repeated.tally()).isEqualTo(new Tally(2, 0, 0));
        assertThat(desk.repeat(id)).isFalse();
    }

    @Test
    void whileOneProcessHoldsTheRegistersLockNoOtherTouchesItsImports() {
        UUID id = desk.upload(
                RegisterKind.ENTERPRISES,
                "a.csv",
                file(codes(1), "存续").getBytes(StandardCharsets.UTF_8),
                null,
                OFFICER);

        transactions.executeWithoutResult(other -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('register.import.ENTERPRISES', 0))")
                    .query()
                    .listOfRows();
            Thread confirming = Thread.ofVirtual().start(() -> desk.confirm(id, ImportMode.GOOD_ROWS));
            join(confirming);
            pause(Duration.ofMillis(2_500));
            assertThat(desk.find(id)).map(ImportView::status).contains(ImportStatus.WAITING);
        });

        assertThat(ended(id).status()).isEqualTo(ImportStatus.FINISHED);
    }

    @Test
    void anImportIsConfirmedOnceAndNotAfterItWasPutAside() {
        UUID id = desk.upload(
                RegisterKind.ENTERPRISES,
                "a.csv",
                file(codes(1), "存续").getBytes(StandardCharsets.UTF_8),
                null,
                OFFICER);

        assertThat(desk.discard(id)).isTrue();
        assertThat(desk.confirm(id, ImportMode.GOOD_ROWS)).isFalse();
        assertThat(desk.find(id)).map(ImportView::status).contains(ImportStatus.DISCARDED);
    }

    private ImportView run(byte[] file, ImportMode mode) {
        return run(RegisterKind.ENTERPRISES, file, mode);
    }

    private ImportView run(RegisterKind kind, byte[] file, ImportMode mode) {
        UUID id = desk.upload(kind, "file.csv", file, null, OFFICER);
        assertThat(desk.confirm(id, mode)).isTrue();
        return ended(id);
    }

    private ImportView ended(UUID id) {
        Instant end = Instant.now().plusSeconds(60);
        ImportView view = desk.find(id).orElseThrow();
        while (view.status().isMoving() && Instant.now().isBefore(end)) {
            pause(Duration.ofMillis(100));
            view = desk.find(id).orElseThrow();
        }
        return view;
    }

    private static List<Uscc> codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> RegisterFixtures.uscc()).toList();
    }

    private static String file(List<Uscc> codes, String status) {
        return codes.stream().map(code -> row(code, NUMBER, status)).collect(Collectors.joining("", HEADINGS, ""));
    }

    private static String row(Uscc code, String number, String status) {
        return code + ",杭州导入" + code + "有限公司,有限责任公司,沈知远," + number + ",杭州市西湖区文三路 100 号," + status
                + ",2015-03-08,330106\n";
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
