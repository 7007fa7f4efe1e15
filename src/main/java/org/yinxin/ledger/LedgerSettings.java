package org.yinxin.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which nodes are asked, whose keys sign, and how the outbox is worked off.
 *
 * @param nodes the parties' nodes, our own first; the embedded profile sets its one node itself
 * @param accounts the parties' keys; the embedded profile draws its own
 * @param contract the address of a contract that somebody deployed already; without it the platform's account deploys one
 * @param validators who signs the chain's blocks, each as {@code name:0xaddress}, with {@code @from} or {@code @from-to}
 *     behind it when that holds for some blocks only; proofs are checked against them
 * @param batch how many uses ride in one transaction at most
 * @param transactionGas how much gas one transaction may ask for; EIP-7825 allows 2^24, which may be fewer uses
 * @param underWay how many transactions of one account may be on their way at once; Besu takes 200
 * @param poll how long to wait between two looks while something is on its way
 * @param idle how long to wait for a wake-up while nothing is
 * @param sendAgainAfter when a transaction that stands in no block is sent once more
 * @param stuckAfter when one that still stands in none goes to every node and the overseers are told, and when an instance
 *     that stops while it owns an account's nonces loses them
 * @param alarmAfter when the overseers are told that an entry waits
 * @param compareEvery how often the books are compared with the chain's nonces
 * @param answerWithin when a node counts as silent
 * @param slowAbove how many entries may wait before stamping waits with them
 * @param patience how long a stamping waits for its turn before it is asked to come again
 */
@Validated
@ConfigurationProperties("yinxin.ledger")
public record LedgerSettings(
        @DefaultValue List<@Valid Node> nodes,
        @DefaultValue @Valid Keys accounts,
        @Nullable @Pattern(regexp = ADDRESS) String contract,
        @DefaultValue List<@Pattern(regexp = VALIDATOR) String> validators,
        @DefaultValue("250") @Min(1) @Max(1000) int batch,

        @DefaultValue("16777216") @Min(1_000_000) @Max(16_777_216)
        long transactionGas,

        @DefaultValue("16") @Min(1) @Max(64) int underWay,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("1s") Duration idle,
        @DefaultValue("5s") Duration sendAgainAfter,
        @DefaultValue("30s") Duration stuckAfter,
        @DefaultValue("2m") Duration alarmAfter,
        @DefaultValue("1s") Duration compareEvery,
        @DefaultValue("3s") Duration answerWithin,
        @DefaultValue("2000") @Min(1) int slowAbove,
        @DefaultValue("8s") Duration patience) {

    private static final String ADDRESS = "0x[0-9a-fA-F]{40}";
    private static final String VALIDATOR = "[a-z-]+:" + ADDRESS + "(@\\d{1,12}(-\\d{1,12})?)?";

    /**
     * A party's node.
     *
     * @param name a {@link Party} in lower case with hyphens, such as {@code public-security}, or any other name
     */
    public record Node(@NotBlank String name, URI url) {}

    /** Whose key lies where; of a party that does not send from here the address is enough. */
    public record Keys(
            @Nullable @Valid Key marketSupervision,
            @Nullable @Valid Key publicSecurity,
            @Nullable @Valid Key dataAdministration,
            @Nullable @Valid Key court,
            @Nullable @Valid Key platform) {

        public @Nullable Key of(Party party) {
            return switch (party) {
                case MARKET_SUPERVISION -> marketSupervision;
                case PUBLIC_SECURITY -> publicSecurity;
                case DATA_ADMINISTRATION -> dataAdministration;
                case COURT -> court;
                case PLATFORM -> platform;
            };
        }
    }

    /**
     * A party's account.
     *
     * @param keystore a keystore file, version 3
     * @param password its password
     * @param passwordFile a file that holds the password, instead
     * @param signer where a signer that keeps the key speaks {@code eth_signTransaction}, instead of a keystore
     * @param address the account's address: needed with a signer, and alone for a party that does not send from here
     */
    public record Key(
            @Nullable Path keystore,
            @Nullable String password,
            @Nullable Path passwordFile,
            @Nullable URI signer,
            @Nullable @Pattern(regexp = ADDRESS) String address) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Key[" + keystore + ", " + signer + ", " + address + "]";
        }
    }
}
