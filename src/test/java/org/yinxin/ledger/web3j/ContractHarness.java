package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.LedgerEntry.Action;
import org.yinxin.ledger.LedgerEntry.Outcome;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.TestChain;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.SignedActivation;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;

/** The contract on a real chain, spoken to by each party with a key of its own. */
final class ContractHarness implements AutoCloseable {

    static final String ACCEPTED = "accepted";
    static final long FOR_EVER = 4_000_000_000L;
    static final Instant LATER = Instant.ofEpochSecond(FOR_EVER);

    final Map<Party, Credentials> keys = new EnumMap<>(Party.class);
    final Credentials stranger = key();
    private static final Map<AuthorityKey, SoftKey> HOLDERS = new ConcurrentHashMap<>();
    private final Map<Digest, SoftKey> owners = new ConcurrentHashMap<>();
    private final Map<Digest, Digest> roots = new ConcurrentHashMap<>();
    private final TestChain chain;
    private final Web3j rpc;
    private final long chainId;
    private final String contract;

    ContractHarness(Path folder) {
        chain = TestChain.start(folder);
        rpc = Web3j.build(new HttpService(chain.url()));
        chainId = chain.chainId();
        Path given = TestChain.keys(folder.resolve("keys"));
        ChainFixtures.accounts(given);
        for (Party party : Party.values()) {
            keys.put(party, ChainFixtures.key(given, party));
        }
        contract = deployOrLeave();
    }

    private String deployOrLeave() {
        try {
            return deploy();
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    private String deploy() {
        List<String> accounts = Arrays.stream(Party.values())
                .map(keys::get)
                .map(Credentials::getAddress)
                .toList();
        try {
            return SealLedger.deploy(rpc, manager(keys.get(Party.PLATFORM)), gas(), accounts)
                    .send()
                    .getContractAddress();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    SealLedger as(Party party) {
        return as(keys.get(party));
    }

    SealLedger as(Credentials key) {
        return SealLedger.load(contract, rpc, manager(key), gas());
    }

    TransactionReceipt accepted(RemoteFunctionCall<TransactionReceipt> call) {
        try {
            return call.send();
        } catch (Exception e) {
            throw new AssertionError("The contract should have accepted this", e);
        }
    }

    <T> T read(RemoteFunctionCall<T> call) {
        try {
            return call.send();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The name of the contract's error, or {@link #ACCEPTED}. */
    String refusal(Party sender, RemoteFunctionCall<TransactionReceipt> call) {
        return refusal(keys.get(sender), call);
    }

    String refusal(Credentials sender, RemoteFunctionCall<TransactionReceipt> call) {
        Transaction tried =
                Transaction.createEthCallTransaction(sender.getAddress(), contract, call.encodeFunctionCall());
        try {
            EthCall answer =
                    rpc.ethCall(tried, DefaultBlockParameterName.LATEST).send();
            return answer.hasError() ? Reverts.name(answer.getError().getData()) : ACCEPTED;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    RemoteFunctionCall<TransactionReceipt> decide(
            Party sender, Party bureau, ApplicationCommitment parts, Outcome outcome) {
        return as(sender)
                .decide(
                        entry(),
                        number(bureau),
                        parts.application().bytes(),
                        parts.digest().bytes(),
                        BigInteger.valueOf(outcome.ordinal() + 1L),
                        Digest.random().bytes());
    }

    RemoteFunctionCall<TransactionReceipt> approve(Party bureau, ApplicationCommitment parts) {
        return decide(bureau, bureau, parts, Outcome.APPROVED);
    }

    void approveByAll(ApplicationCommitment parts) {
        accepted(approve(Party.MARKET_SUPERVISION, parts));
        accepted(approve(Party.PUBLIC_SECURITY, parts));
        accepted(approve(Party.DATA_ADMINISTRATION, parts));
    }

    LedgerDomain domain() {
        return new LedgerDomain(chainId, contract);
    }

    /** The key of the seal's legal representative. */
    SoftKey owner(Digest seal) {
        return Objects.requireNonNull(owners.get(seal));
    }

    Digest root(Digest seal) {
        return Objects.requireNonNull(roots.get(seal));
    }

    void replaced(Digest seal, Digest root, SoftKey key) {
        roots.put(seal, root);
        owners.put(seal, key);
    }

    RemoteFunctionCall<TransactionReceipt> issue(Party sender, Digest seal, ApplicationCommitment parts) {
        return as(sender).issue(entry(), request(seal, 1, parts, 0, FOR_EVER));
    }

    SealLedger.IssueRequest request(Digest seal, int version, ApplicationCommitment parts, long from, long to) {
        roots.computeIfAbsent(seal, any -> Digest.random());
        owners.computeIfAbsent(seal, any -> Objects.requireNonNull(HOLDERS.get(parts.key())));
        return new SealLedger.IssueRequest(
                seal.bytes(),
                BigInteger.valueOf(version),
                parts.application().bytes(),
                parts.enterprise().bytes(),
                parts.physicalSeal().bytes(),
                parts.content().bytes(),
                Digest.random().bytes(),
                BigInteger.valueOf(from),
                BigInteger.valueOf(to),
                root(seal).bytes(),
                key(parts.key()));
    }

    static SealLedger.HolderKey key(AuthorityKey key) {
        return new SealLedger.HolderKey(
                BigInteger.valueOf(key.kind().onChain()),
                key.x().bytes(),
                key.y().bytes());
    }

    RemoteFunctionCall<TransactionReceipt> renew(Party sender, Digest seal, Digest before, int version, long to) {
        return as(sender)
                .renew(
                        entry(),
                        new SealLedger.RenewalRequest(
                                seal.bytes(),
                                before.bytes(),
                                BigInteger.valueOf(version),
                                Digest.random().bytes(),
                                BigInteger.ZERO,
                                BigInteger.valueOf(to),
                                Digest.random().bytes()));
    }

    /** A bureau's step in a seal's life. */
    RemoteFunctionCall<TransactionReceipt> move(Party sender, Digest seal, Action action) {
        return move(sender, seal, action.ordinal() + 1);
    }

    /** By the contract's number of the step; activation, its first, is none of a bureau's. */
    RemoteFunctionCall<TransactionReceipt> move(Party sender, Digest seal, int action) {
        return as(sender)
                .move(
                        entry(),
                        seal.bytes(),
                        BigInteger.valueOf(action),
                        Digest.random().bytes());
    }

    /** With the signature of its owner. */
    RemoteFunctionCall<TransactionReceipt> activate(Party sender, Digest seal) {
        return activate(sender, seal, owners.getOrDefault(seal, SoftKey.es256()));
    }

    RemoteFunctionCall<TransactionReceipt> activate(Party sender, Digest seal, SoftKey signer) {
        return activate(sender, UUID.randomUUID(), seal, signer);
    }

    RemoteFunctionCall<TransactionReceipt> activate(UUID entry, Digest seal) {
        return activate(Party.PLATFORM, entry, seal, owner(seal));
    }

    private RemoteFunctionCall<TransactionReceipt> activate(Party sender, UUID entry, Digest seal, SoftKey signer) {
        Digest conditions = Digest.random();
        Digest root = roots.getOrDefault(seal, Digest.random());
        SignedActivation act = new SignedActivation(entry, seal, root, conditions, LATER);
        return as(sender)
                .activate(
                        EntryIds.bytes(entry),
                        seal.bytes(),
                        conditions.bytes(),
                        Requests.time(LATER),
                        Requests.signature(signer.sign(act.digest(domain()))));
    }

    /** Approved and issued. */
    Digest issuedSeal(ApplicationCommitment parts) {
        Digest seal = Digest.random();
        approveByAll(parts);
        accepted(issue(Party.DATA_ADMINISTRATION, seal, parts));
        return seal;
    }

    /** Approved, issued and activated. */
    Digest activeSeal(ApplicationCommitment parts) {
        Digest seal = issuedSeal(parts);
        accepted(activate(Party.PLATFORM, seal));
        return seal;
    }

    static ApplicationCommitment application() {
        return application(Digest.random(), Digest.random());
    }

    static ApplicationCommitment application(Digest enterprise, Digest physicalSeal) {
        return application(enterprise, physicalSeal, SoftKey.es256());
    }

    static ApplicationCommitment application(Digest enterprise, Digest physicalSeal, SoftKey owner) {
        HOLDERS.put(owner.key(), owner);
        return new ApplicationCommitment(Digest.random(), enterprise, physicalSeal, Digest.random(), owner.key());
    }

    /** A use by the seal's owner; of a seal that nobody issued, by somebody. */
    LedgerEntry.Use use(Digest seal) {
        return use(seal, UUID.randomUUID(), Digest.random());
    }

    LedgerEntry.Use use(Digest seal, UUID entry, Digest use) {
        return use(
                seal,
                entry,
                use,
                roots.getOrDefault(seal, Digest.random()),
                owners.getOrDefault(seal, SoftKey.es256()));
    }

    LedgerEntry.Use use(Digest seal, UUID entry, Digest use, Digest mandate, SoftKey signer) {
        return use(seal, entry, use, mandate, signer, KindTree.EVERY_KIND, List.of(), LATER);
    }

    LedgerEntry.Use use(
            Digest seal,
            UUID entry,
            Digest use,
            Digest mandate,
            SoftKey signer,
            Digest kind,
            List<Digest> kindProof,
            Instant expiry) {
        Digest authorised = Digest.random();
        Digest purpose = Digest.random();
        SignedUse act = new SignedUse(entry, seal, use, authorised, purpose, mandate, kind, expiry);
        UseAuthority authority = new UseAuthority(mandate, kind, kindProof, expiry, signer.sign(act.digest(domain())));
        return new LedgerEntry.Use(entry, use, seal, authorised, Digest.random(), purpose, authority);
    }

    /** Brings uses as the platform does. */
    TransactionReceipt record(LedgerEntry.Use... uses) {
        return record(List.of(uses));
    }

    TransactionReceipt record(List<LedgerEntry.Use> uses) {
        return accepted(
                as(Party.PLATFORM).recordUses(uses.stream().map(Requests::of).toList()));
    }

    /** The contract's reasons for refusing uses, in order. */
    static List<String> refusals(TransactionReceipt receipt) {
        return SealLedger.getUseRefusedEvents(receipt).stream()
                .map(event -> UseRefusal.of(event.refusal))
                .toList();
    }

    static BigInteger number(Party party) {
        return BigInteger.valueOf(party.ordinal());
    }

    static byte[] entry() {
        return EntryIds.bytes(UUID.randomUUID());
    }

    private RawTransactionManager manager(Credentials key) {
        return new RawTransactionManager(rpc, key, chainId, new PollingTransactionReceiptProcessor(rpc, 10, 3_000));
    }

    private static StaticGasProvider gas() {
        return new StaticGasProvider(BigInteger.ZERO, BigInteger.valueOf(1L << 24));
    }

    private static Credentials key() {
        try {
            return Credentials.create(Keys.createEcKeyPair());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        rpc.shutdown();
        chain.close();
    }
}
