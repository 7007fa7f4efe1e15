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
 * @param validators who signs the chain's blocks, each as {@code name:0xaddress}; proofs are checked against them
 * @param batch how many uses ride in one transaction; 250 stay under the 2^24 gas of EIP-7825
 * @param underWay how many transactions of one account may be on their way at once
 * @param poll how long to wait between two looks while something is on its way
 * @param idle how long to wait for a wake-up while nothing is
 * @param sendAgainAfter when a transaction that stands in no block is sent once more
 * @param compareEvery how often the books are compared with the chain's nonces
 * @param answerWithin when a node counts as silent
 */
@Validated
@ConfigurationProperties("yinxin.ledger")
public record LedgerSettings(
        @DefaultValue List<@Valid Node> nodes,
        @DefaultValue @Valid Keys accounts,
        @DefaultValue List<@Pattern(regexp = VALIDATOR) String> validators,
        @DefaultValue("200") @Min(1) @Max(250) int batch,
        @DefaultValue("16") @Min(1) @Max(64) int underWay,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("1s") Duration idle,
        @DefaultValue("5s") Duration sendAgainAfter,
        @DefaultValue("1s") Duration compareEvery,
        @DefaultValue("3s") Duration answerWithin) {

    private static final String VALIDATOR = "[a-z-]+:0x[0-9a-fA-F]{40}";

    /**
     * A party's node.
     *
     * @param name a {@link Party} in lower case with hyphens, such as {@code public-security}, or any other name
     */
    public record Node(@NotBlank String name, URI url) {}

    /** Whose key lies where; the court only needs its address, as it sends nothing yet. */
    public record Keys(
            @Nullable Key marketSupervision,
            @Nullable Key publicSecurity,
            @Nullable Key dataAdministration,
            @Nullable Key court,
            @Nullable Key platform) {

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
     * @param address the address alone, for a party that sends nothing
     */
    public record Key(
            @Nullable Path keystore,
            @Nullable String password,
            @Nullable Path passwordFile,
            @Nullable String address) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Key[" + keystore + ", " + address + "]";
        }
    }
}
