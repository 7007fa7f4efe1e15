package org.yinxin.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.register.RegisterKind;
import org.yinxin.shared.Bureau;

class RegisterAccessTest {

    @ParameterizedTest
    @CsvSource({
        "OFFICER, MARKET_SUPERVISION, ENTERPRISES, true",
        "ADMINISTRATOR, MARKET_SUPERVISION, ENTERPRISES, true",
        "OFFICER, MARKET_SUPERVISION, FILINGS, false",
        "OFFICER, PUBLIC_SECURITY, ENTERPRISES, false",
        "OFFICER, PUBLIC_SECURITY, FILINGS, true",
        "OFFICER, DATA_ADMINISTRATION, ENTERPRISES, false",
        "OFFICER, DATA_ADMINISTRATION, FILINGS, false",
        "CITIZEN, , ENTERPRISES, false",
        "CLERK, , FILINGS, false"
    })
    void onlyTheOwningBureauChangesARegister(Role role, @Nullable Bureau bureau, RegisterKind register, boolean may) {
        AccountPrincipal person = new AccountPrincipal(UUID.randomUUID(), "某人", role, bureau);

        assertThat(RegisterAccess.mayChange(person, register)).isEqualTo(may);
    }
}
