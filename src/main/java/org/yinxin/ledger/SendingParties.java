package org.yinxin.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** For whom this installation signs, and what waits for whom. */
@Service
public class SendingParties {

    private static final String WAITING =
            "select party, count(*), min(created_at) from ledger.entry where status = 'WAITING' group by party";

    private final Accounts accounts;
    private final Signers signers;
    private final JdbcClient jdbc;
    private final Clock clock;

    SendingParties(Accounts accounts, Signers signers, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.signers = signers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Waiting(long count, Duration oldest) {}

    public List<SendingParty> all() {
        Map<Party, Waiting> waiting = waiting();
        return Arrays.stream(Party.values())
                .map(party -> standing(party, waiting.getOrDefault(party, new Waiting(0, Duration.ZERO))))
                .toList();
    }

    /** Whether another installation has to sign what the party sends. */
    public boolean elsewhere(Party party) {
        return accounts.way(party) == SigningWay.ELSEWHERE;
    }

    private SendingParty standing(Party party, Waiting waiting) {
        return new SendingParty(
                party,
                "0x" + HexFormat.of().formatHex(accounts.address(party)),
                accounts.way(party),
                signers.trouble(party).orElse(null),
                waiting.count(),
                waiting.oldest());
    }

    private Map<Party, Waiting> waiting() {
        Instant now = clock.instant();
        Map<Party, Waiting> waiting = new EnumMap<>(Party.class);
        jdbc.sql(WAITING).query(row -> {
            Timestamp oldest = row.getTimestamp(3);
            waiting.put(
                    Party.valueOf(row.getString(1)),
                    new Waiting(row.getLong(2), Duration.between(oldest.toInstant(), now)));
        });
        return waiting;
    }
}
