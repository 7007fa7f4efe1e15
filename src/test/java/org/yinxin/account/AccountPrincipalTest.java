package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.util.SerializationUtils;
import org.yinxin.shared.Bureau;

class AccountPrincipalTest {

    private final AccountPrincipal officer =
            new AccountPrincipal(UUID.randomUUID(), "孙雨桐", Role.OFFICER, Bureau.MARKET_SUPERVISION);

    @Test
    void survivesTheSessionStore() {
        assertThat(SerializationUtils.clone(officer)).isEqualTo(officer);
    }

    @Test
    void carriesTheRoleAsItsOnlyAuthorityAndNoPassword() {
        assertThat(officer.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .map(String::valueOf)
                .containsExactly("ROLE_OFFICER");
        assertThat(officer.getPassword()).isNull();
        assertThat(officer.getUsername()).isEqualTo(officer.personId().toString());
    }

    @Test
    void officersHaveABureauAndCitizensHaveNone() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> new AccountPrincipal(id, "孙雨桐", Role.OFFICER, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountPrincipal(id, "沈知远", Role.CITIZEN, Bureau.PUBLIC_SECURITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
