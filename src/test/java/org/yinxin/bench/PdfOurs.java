package org.yinxin.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinxin.sealing.pdf.PdfSealer;
import org.yinxin.sealing.pdf.SealSigner;
import org.yinxin.sealing.pdf.SealedPdf;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.document.MeasuredCheck;

/** Our engine: stamps and records, and checks from the bytes to the record. */
final class PdfOurs implements PdfWorker.Side {

    private final PdfSealer sealer = new PdfSealer();
    private final PdfMaterial material;
    private final SealSigner signer;
    private final MeasuredCheck check;
    private final Set<Integer> recorded = new HashSet<>();

    PdfOurs(PdfMaterial material) {
        this.material = material;
        this.signer = new SealSigner(List.of(material.seal(), material.issuing(), material.root()), material::sign);
        this.check = new MeasuredCheck(material.root(), material.issuing(), material.lists());
    }

    @Override
    public byte[] sign(byte[] file) {
        Placement place = new Placement(1, (int) (PdfMaterial.LEFT_MM * 10), (int) (PdfMaterial.TOP_MM * 10));
        UseCode code = UseCode.random();
        StampOrder order = new StampOrder(
                new StampImage(material.imprint(), PdfMaterial.WIDTH_MM, PdfMaterial.WIDTH_MM),
                new UseNote(code, Salt.random(), file.length, StampPlan.at(place)),
                "杭州测试科技有限公司",
                "Lease of the third floor 租赁合同",
                "https://yinxin.example/u/" + code,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        SealedPdf sealed = sealer.seal(file, order, signer);
        if (isFirst(file)) {
            check.record(order, sealed);
        }
        return sealed.bytes();
    }

    /** The one that is kept and checked later; recording all the others would measure the books. */
    private boolean isFirst(byte[] file) {
        return recorded.add(file.length);
    }

    @Override
    public Object verify(byte[] file) {
        return check.verify(file).verdict();
    }
}
