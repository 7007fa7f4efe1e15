package org.yinxin.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;
import org.yinxin.sealing.pdf.verification.ExaminedSignature;

/**
 * Looks, once after the start, whether the libraries still see a signature that is there: with BouncyCastle 1.85 and
 * later, DSS 6.4 reports none in any document, and says nothing. It also has the libraries loaded for the first visitor.
 */
@Component
class EngineSelfTest {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSelfTest.class);
    private static final String PDF = "/sealing/self-test.pdf";
    private static final String OFD = "/sealing/self-test.ofd";

    private final DocumentDesk desk;
    private final ApplicationEventPublisher events;

    EngineSelfTest(DocumentDesk desk, ApplicationEventPublisher events) {
        this.desk = desk;
        this.events = events;
    }

    @Async
    @EventListener(ApplicationReadyEvent.class)
    void afterTheStart() {
        if (!passes()) {
            LOG.error("Signatures in documents are not seen: the versions of DSS and BouncyCastle do not go together."
                    + " Nothing may be stamped or checked with this build.");
            AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        }
    }

    boolean passes() {
        return seesPdf(document(PDF)) && seesOfd(document(OFD));
    }

    boolean seesPdf(byte[] document) {
        List<ExaminedSignature> seen = desk.verify(document).signatures();
        return seen.size() == 1
                && seen.getFirst().integrity() == ExaminedSignature.Integrity.INTACT
                && seen.getFirst().later() == ExaminedSignature.Later.NOTHING
                && desk.secondOpinion(document) == 1;
    }

    boolean seesOfd(byte[] document) {
        List<VerifiedSignature> seen =
                desk.verifyOfd(document, SealTrust.none()).found().signatures();
        return seen.size() == 1 && seen.getFirst().sound();
    }

    static byte[] document(String name) {
        try (InputStream file = Objects.requireNonNull(EngineSelfTest.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
