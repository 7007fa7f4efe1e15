package org.yinxin.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.yinxin.ledger.proof.ProofFile;
import org.yinxin.ledger.proof.ProofFixtures;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.seal.ses.SealFormatException;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.seal.ses.SignatureReader;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;

/**
 * Good files under random damage: every parser answers, with a result or a refusal of its own kind, in time and without
 * taking memory that the file's size does not explain. Each failure prints the seed that repeats it.
 */
class ParserFuzzTest {

    private static final long MOST_BYTES = 1_200L << 20;
    private static final long MOST_NANOS = 20_000_000_000L;
    private static final OfdJudge OFD = new OfdJudge(OfdAttacks.HOLDER.root(), Set.of());
    private static final PdfJudge PDF = new PdfJudge(PdfAttacks.AUTHORITY.issuing());
    private static final byte[] SEAL = OfdAttacks.HOLDER.seal();
    private static final byte[] SEALED_OFD = OfdAttacks.genuineTwice();
    private static final byte[] VALUE = signedValue();
    private static final byte[] SEALED_PDF = PdfAttacks.genuineBoth();
    private static final byte[] PROOF = ProofFixtures.besu().getBytes(StandardCharsets.UTF_8);

    /** A piece of damage: where, what kind, and with which bytes. */
    record Damage(int at, Kind kind, byte[] bytes) {

        enum Kind {
            OVERWRITE,
            INSERT,
            DELETE,
            REPEAT,
            CUT
        }

        byte[] to(byte[] file) {
            if (file.length == 0) {
                return file;
            }
            int place = Math.floorMod(at, file.length);
            byte[] head = Arrays.copyOf(file, place);
            byte[] tail = Arrays.copyOfRange(file, Math.min(file.length, place + bytes.length), file.length);
            byte[] rest = Arrays.copyOfRange(file, place, file.length);
            return switch (kind) {
                case OVERWRITE -> Bytes.join(head, Arrays.copyOf(bytes, Math.min(bytes.length, rest.length)), tail);
                case INSERT -> Bytes.join(head, bytes, rest);
                case DELETE -> Bytes.join(head, tail);
                case REPEAT -> Bytes.join(head, Arrays.copyOf(rest, Math.min(rest.length, 400)), rest);
                case CUT -> head;
            };
        }
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<byte[]> bytes = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(6),
                Arbitraries.of("0", "-1", "99999999999", "</", "<<", ">>", "\"", "&#x0;", "../", "\u0000", "[[[[", "/")
                        .map(Bytes::latin));
        Arbitrary<Damage.Kind> kinds = Arbitraries.frequency(
                Tuple.of(10, Damage.Kind.OVERWRITE),
                Tuple.of(3, Damage.Kind.INSERT),
                Tuple.of(3, Damage.Kind.DELETE),
                Tuple.of(1, Damage.Kind.REPEAT),
                Tuple.of(1, Damage.Kind.CUT));
        return Combinators.combine(Arbitraries.integers(), kinds, bytes)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void packagesOfOfd(@ForAll("damages") List<Damage> damages) {
        answers(damaged(SEALED_OFD, damages), OFD::judge);
    }

    /** The package is put together anew, so that the damage reaches the XML behind the check sums. */
    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void partsOfOfd(@ForAll("damages") List<Damage> damages, @ForAll int part) {
        byte[] file = OfdAttacks.withPart(SEALED_OFD, part, content -> damaged(content, damages));
        answers(file, OFD::judge);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void drawnPagesOfOfd(@ForAll("damages") List<Damage> damages, @ForAll int part) {
        byte[] file = OfdAttacks.withPart(SEALED_OFD, part, content -> damaged(content, damages));
        answers(file, OfdAttacks::draw);
    }

    @Property(tries = 700, shrinking = ShrinkingMode.OFF)
    void documentsOfPdf(@ForAll("damages") List<Damage> damages) {
        answers(damaged(SEALED_PDF, damages), PDF::judge);
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void seals(@ForAll("damages") List<Damage> damages) {
        answers(damaged(SEAL, damages), refusable(SealReader::read, SealFormatException.class));
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void signatureValues(@ForAll("damages") List<Damage> damages) {
        answers(damaged(VALUE, damages), refusable(SignatureReader::read, SealFormatException.class));
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void proofs(@ForAll("damages") List<Damage> damages) {
        answers(damaged(PROOF, damages), refusable(ProofFile::read, ProofRefusedException.class));
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void nothingButNoise(@ForAll byte[] noise) {
        answers(noise, OFD::judge);
        answers(noise, PDF::judge);
        answers(noise, refusable(SealReader::read, SealFormatException.class));
        answers(noise, refusable(SignatureReader::read, SealFormatException.class));
        answers(noise, refusable(ProofFile::read, ProofRefusedException.class));
    }

    private static byte[] damaged(byte[] file, List<Damage> damages) {
        byte[] damaged = file;
        for (Damage damage : damages) {
            damaged = damage.to(damaged);
        }
        return damaged;
    }

    private static Function<byte[], String> refusable(
            Consumer<byte[]> parser, Class<? extends RuntimeException> refusal) {
        return data -> {
            try {
                parser.accept(data);
                return "READ";
            } catch (RuntimeException e) {
                assertThat(e).isInstanceOf(refusal);
                return "REFUSED";
            }
        };
    }

    private static void answers(byte[] file, Function<byte[], String> parser) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long memory = threads.getCurrentThreadAllocatedBytes();
        long time = System.nanoTime();
        assertThat(parser.apply(file)).isNotBlank();
        assertThat(System.nanoTime() - time).as("nanoseconds").isLessThan(MOST_NANOS);
        assertThat(threads.getCurrentThreadAllocatedBytes() - memory)
                .as("bytes allocated")
                .isLessThan(MOST_BYTES);
    }

    private static byte[] signedValue() {
        OfdPackage contents = OfdPackage.read(OfdAttacks.genuine(), OfdLimits.standard());
        return contents.paths().stream()
                .filter(path -> path.endsWith("/SignedValue.dat"))
                .map(contents::bytes)
                .findFirst()
                .orElseThrow();
    }
}
