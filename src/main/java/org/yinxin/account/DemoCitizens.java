package org.yinxin.account;

import java.util.List;
import org.yinxin.shared.NationalId;

/**
 * The citizens of the demonstration. All are made up: no division 9901 exists, so nobody can have these id numbers, and
 * no message is ever sent to the telephone numbers.
 */
public final class DemoCitizens {

    /** A made-up person; the number has a right check digit. */
    public record DemoCitizen(String name, NationalId nationalId, String phone) {}

    /** Legal representatives of demonstration enterprises, in the order in which the register hands them out. */
    public static final List<DemoCitizen> LEGAL_REPRESENTATIVES = List.of(
            citizen("沈知远", "99010119780312001", "19900000001"),
            citizen("林若溪", "99010119850627002", "19900000002"),
            citizen("周景明", "99010119710905003", "19900000003"),
            citizen("顾晚晴", "99010119900118004", "19900000004"),
            citizen("陆承泽", "99010119821130005", "19900000005"),
            citizen("许静姝", "99010119760423006", "19900000006"),
            citizen("方亦舟", "99010119880809007", "19900000007"),
            citizen("叶青禾", "99010119930214008", "19900000008"));

    /** Has an account and represents nobody: the impostor of the stories. */
    public static final DemoCitizen BYSTANDER = citizen("吴不名", "99010119950501009", "19900000009");

    /** Stamps contracts under a mandate that the second legal representative gave. */
    public static final DemoCitizen HANDLER = citizen("苏曼青", "99010119910312010", "19900000010");

    /** Is offered a mandate as keeper of the same seal, and has not answered. */
    public static final DemoCitizen KEEPER = citizen("唐允中", "99010119870518011", "19900000011");

    private DemoCitizens() {}

    private static DemoCitizen citizen(String name, String first17, String phone) {
        return new DemoCitizen(name, NationalId.complete(first17), phone);
    }
}
