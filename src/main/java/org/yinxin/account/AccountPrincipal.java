package org.yinxin.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.yinxin.shared.Bureau;

/** The person who is signed in, as the session in the database carries them: neither login name nor password. */
public record AccountPrincipal(
        UUID personId,
        String displayName,
        Role role,
        @Nullable Bureau bureau) implements UserDetails {

    public AccountPrincipal {
        if (role.ofBureau() != (bureau != null)) {
            throw new IllegalArgumentException(role + " and bureau " + bureau + " do not go together");
        }
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
    }

    /** Always none: the password is checked before this principal exists. */
    @Override
    public @Nullable String getPassword() {
        return null;
    }

    /** The person's id, which sessions are found by. */
    @Override
    public String getUsername() {
        return personId.toString();
    }
}
