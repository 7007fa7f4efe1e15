package org.yinxin.demo;

import java.util.List;
import java.util.Optional;
import org.yinxin.account.DemoPeople;
import org.yinxin.account.DemoPeople.DemoSignIn;
import org.yinxin.shared.Bureau;

/** What the console says when the portal can be used: the address and the demonstration's sign-ins. */
final class StartNotice {

    private static final String RULE = "─".repeat(78);

    private StartNotice() {}

    static void print(String address, List<DemoSignIn> signIns) {
        System.out.println(text(address, signIns));
    }

    static String text(String address, List<DemoSignIn> signIns) {
        StringBuilder text = new StringBuilder("\n").append(RULE).append('\n');
        text.append("  Yinxin 印信 is running:  ").append(address).append('\n');
        text.append("  Made-up people, all with the password:  ")
                .append(DemoPeople.PASSWORD)
                .append("\n\n");
        for (DemoSignIn signIn : signIns) {
            text.append(String.format("  %-12s %-44s %s%n", signIn.signInName(), who(signIn), signIn.name()));
        }
        return text.append("\n  Stop with Ctrl-C; everything is kept for the next start.\n")
                .append(RULE)
                .toString();
    }

    private static String who(DemoSignIn signIn) {
        String bureau =
                Optional.ofNullable(signIn.bureau()).map(StartNotice::name).orElse("");
        return switch (signIn.role()) {
            case CITIZEN -> "citizen";
            case CLERK -> "court clerk";
            case OFFICER -> "officer, " + bureau;
            case ADMINISTRATOR -> "administrator, " + bureau;
        };
    }

    private static String name(Bureau bureau) {
        return switch (bureau) {
            case MARKET_SUPERVISION -> "market supervision";
            case PUBLIC_SECURITY -> "public security";
            case DATA_ADMINISTRATION -> "data administration";
        };
    }
}
