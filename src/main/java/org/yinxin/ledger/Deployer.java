package org.yinxin.ledger;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the ledger its contract: the one that the settings name, once it has been looked at, or one of our own, signed and
 * written down once, whoever of several instances is first.
 */
@Component
class Deployer {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Deployments deployments;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Signers signers;
    private final Hindrance hindrance;
    private final @Nullable String named;
    private final TransactionTemplate inTransaction;
    private final Set<String> fit = ConcurrentHashMap.newKeySet();
    private volatile boolean ours;
    private volatile long restUntil = System.nanoTime();

    Deployer(
            Deployments deployments,
            Transactions transactions,
            Accounts accounts,
            Signers signers,
            Hindrance hindrance,
            LedgerSettings settings,
            TransactionTemplate inTransaction) {
        this.deployments = deployments;
        this.transactions = transactions;
        this.accounts = accounts;
        this.signers = signers;
        this.hindrance = hindrance;
        this.named = settings.contract();
        this.inTransaction = inTransaction;
    }

    /** Empty while there is none that may be used, or another instance is about to write it down. */
    Optional<Deployment> deployment(ChainNode node) {
        if (System.nanoTime() - restUntil < 0 || !isFit(node)) {
            return Optional.empty();
        }
        Optional<Deployment> current = deployments.current();
        if (named != null) {
            return theNamedOne(node, HexFormat.of().parseHex(named.substring(2)), current);
        }
        return current.isPresent() ? current.filter(one -> isOurs(node, one)) : anOwnOne(node);
    }

    /** Asked once of each node, and again while it is not. */
    private boolean isFit(ChainNode node) {
        if (fit.contains(node.name())) {
            return true;
        }
        Optional<String> flaw = node.chainFlaw();
        flaw.ifPresent(why -> refuse(
                Incidents.Kind.CHAIN_UNFIT, "Nothing is written: the chain of " + node.name() + " is unfit, " + why));
        return flaw.isEmpty() && fit.add(node.name());
    }

    private Optional<Deployment> theNamedOne(ChainNode node, byte[] contract, Optional<Deployment> current) {
        if (current.isPresent()) {
            boolean same = Arrays.equals(current.get().contract(), contract);
            if (!same) {
                refuse(
                        Incidents.Kind.CONTRACT_REFUSED,
                        "Nothing is written: the settings name the contract " + named + ", but the books are of 0x"
                                + HexFormat.of().formatHex(current.get().contract()));
            }
            return same ? current : Optional.empty();
        }
        Map<Party, byte[]> addresses = new EnumMap<>(Party.class);
        Arrays.stream(Party.values()).forEach(party -> addresses.put(party, accounts.address(party)));
        Optional<String> flaw = node.contractFlaw(contract, addresses);
        if (flaw.isPresent()) {
            refuse(Incidents.Kind.CONTRACT_REFUSED, "Nothing is written: " + flaw.get());
            return Optional.empty();
        }
        long chainId = node.chainId();
        return inOurTurn(() -> deployments.add(chainId, contract));
    }

    /** A contract that another version of this software deployed takes other entries than ours; looked at once. */
    private boolean isOurs(ChainNode node, Deployment deployment) {
        if (ours || !node.holdsContract(deployment.contract())) {
            return true;
        }
        Optional<String> flaw = node.contractFlaw(deployment.contract(), Map.of());
        flaw.ifPresent(why -> refuse(
                Incidents.Kind.CONTRACT_REFUSED,
                "Nothing is written: " + why
                        + "; these books belong to another version, or need a chain of their own"));
        ours = flaw.isEmpty();
        return ours;
    }

    private Optional<Deployment> anOwnOne(ChainNode node) {
        if (!signers.worthAsking(Party.PLATFORM)) {
            return Optional.empty();
        }
        long chainId = node.chainId();
        long nonce = node.transactionCount(accounts.address(Party.PLATFORM));
        try {
            SignedTransaction creation = accounts.deploy(chainId, nonce);
            Optional<Deployment> made = inOurTurn(() -> {
                Deployment deployment = deployments.add(chainId, accounts.contractAt(nonce));
                transactions.add(deployment, true, creation);
                return deployment;
            });
            signers.signed(Party.PLATFORM);
            return made;
        } catch (CouldNotSignException e) {
            signers.failed(e);
            return Optional.empty();
        }
    }

    /** What is written down, unless another instance does it now or was quicker. */
    private Optional<Deployment> inOurTurn(Supplier<Deployment> writing) {
        return Objects.requireNonNullElse(
                inTransaction.execute(status -> {
                    if (!transactions.lock(accounts.address(Party.PLATFORM))) {
                        return Optional.<Deployment>empty();
                    }
                    Optional<Deployment> quicker = deployments.current();
                    return quicker.isPresent() ? quicker : Optional.of(writing.get());
                }),
                Optional.empty());
    }

    private void refuse(Incidents.Kind kind, String why) {
        restUntil = System.nanoTime() + LOOK_AGAIN.toNanos();
        hindrance.met(kind, why);
    }
}
