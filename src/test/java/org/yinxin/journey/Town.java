package org.yinxin.journey;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.account.NationalIdDigests;
import org.yinxin.application.ApplicationScenes;
import org.yinxin.register.RegisterFixtures;
import org.yinxin.shared.NationalId;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

/** Puts enterprises into the registers, as the bureaus' files would, for people who have no account yet. */
final class Town {

    private final ApplicationScenes registers;
    private final NationalIdDigests digests;

    Town(JdbcClient jdbc, NationalIdDigests digests) {
        this.registers = new ApplicationScenes(jdbc);
        this.digests = digests;
    }

    /** An enterprise with a filed seal, and its legal representative. */
    Citizen representative(String name) {
        NationalId nationalId = RegisterFixtures.nationalId();
        String enterprise = "杭州" + pick("云栖", "钱塘", "西溪", "良渚", "龙井") + digits(5) + "贸易有限公司";
        Uscc uscc = registers.enterprise(enterprise, name, digests.digest(nationalId));
        SealCode seal = registers.filing(uscc, enterprise);
        return new Citizen(name, nationalId, phone(), uscc, enterprise, seal);
    }

    /** Somebody of the same name with another identity card. */
    Citizen impostorOf(Citizen other) {
        return new Citizen(
                other.name(),
                RegisterFixtures.nationalId(),
                phone(),
                other.uscc(),
                other.enterprise(),
                other.physicalSeal());
    }

    private static String phone() {
        return "199" + digits(8);
    }

    private static String digits(int count) {
        return String.format("%0" + count + "d", ThreadLocalRandom.current().nextLong((long) Math.pow(10, count)));
    }

    private static String pick(String... words) {
        return words[ThreadLocalRandom.current().nextInt(words.length)];
    }
}
