package org.yinxin.application;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.SealFiling;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * What the registers and the books say today about an enterprise, a physical seal and a person.
 *
 * @param enterprise its entry in the market register; absent when there is none (any more)
 * @param filing the filing of the physical seal; absent when there is none or none is chosen
 * @param otherApplicationOfEnterprise another open application for the same kind of seal
 */
public record Standing(
        Uscc uscc,
        SealKind kind,
        LocalDate today,
        boolean legalRepresentative,
        @Nullable EnterpriseEntry enterprise,
        @Nullable SealFiling filing,
        boolean enterpriseHasSeal,
        boolean otherApplicationOfEnterprise,
        boolean physicalSealHasSeal,
        boolean otherApplicationForPhysicalSeal) {

    /** What stands in the way of this enterprise's asking for this kind of seal at all. */
    public Set<Obstacle> ofEnterprise() {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        add(found, !legalRepresentative, Obstacle.NOT_LEGAL_REPRESENTATIVE);
        add(found, enterprise == null || !enterprise.isActiveOn(today), Obstacle.ENTERPRISE_NOT_ACTIVE);
        add(found, enterpriseHasSeal, Obstacle.ENTERPRISE_HAS_SEAL);
        add(found, otherApplicationOfEnterprise, Obstacle.ENTERPRISE_HAS_APPLICATION);
        return found;
    }

    /** What stands in the way of an e-seal for this physical seal. */
    public Set<Obstacle> ofPhysicalSeal() {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        if (filing == null || !filing.uscc().equals(uscc)) {
            return EnumSet.of(Obstacle.FILING_NOT_OF_ENTERPRISE);
        }
        add(found, !filing.status().isInUse(), Obstacle.FILING_NOT_IN_USE);
        add(found, filing.kind() != kind, Obstacle.FILING_OF_OTHER_KIND);
        add(found, physicalSealHasSeal, Obstacle.PHYSICAL_SEAL_HAS_SEAL);
        add(found, otherApplicationForPhysicalSeal, Obstacle.PHYSICAL_SEAL_HAS_APPLICATION);
        return found;
    }

    public Set<Obstacle> all() {
        Set<Obstacle> found = ofEnterprise();
        found.addAll(ofPhysicalSeal());
        return found;
    }

    private static void add(Set<Obstacle> found, boolean stands, Obstacle obstacle) {
        if (stands) {
            found.add(obstacle);
        }
    }
}
