package org.yinxin.ledger.web3j;

import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.yinxin.ledger.Accounts;
import org.yinxin.ledger.ChainNode;
import org.yinxin.ledger.ChainNodes;
import org.yinxin.ledger.EventWords;
import org.yinxin.ledger.LedgerSettings;
import org.yinxin.ledger.proof.SignerRecovery;

/** Which chain, and whose keys: the embedded profile's own, or what the environment names. */
@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

    @Bean
    SignerRecovery signerRecovery() {
        return new Secp256k1Recovery();
    }

    @Bean
    EventWords eventWords() {
        return EventDecoder::decode;
    }

    /** One party with random keys of its own. */
    @Configuration(proxyBeanMethods = false)
    @Profile("embedded")
    static class Embedded {

        @Bean
        ChainNodes chainNodes(LedgerSettings settings, Environment environment) {
            String url = environment.getRequiredProperty("yinxin.embedded.chain-url");
            return new ChainNodes(List.of(new Web3jNode("embedded", url, settings.answerWithin())), true);
        }

        @Bean
        Accounts accounts(Environment environment) {
            return Keystores.embedded(Path.of(environment.getRequiredProperty("yinxin.embedded.folder"), "keys"));
        }
    }

    /** Several parties, and keys that somebody made and guards. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!embedded")
    static class Production {

        @Bean
        ChainNodes chainNodes(LedgerSettings settings) {
            if (settings.nodes().isEmpty()) {
                throw new LedgerSettingMissing("The ledger knows no node: set YINXIN_LEDGER_NODES_0_NAME and "
                        + "YINXIN_LEDGER_NODES_0_URL to our own node, and 1, 2, 3 to the other parties' nodes.");
            }
            return new ChainNodes(
                    settings.nodes().stream()
                            .map(node -> new Web3jNode(node.name(), node.url().toString(), settings.answerWithin()))
                            .map(node -> (ChainNode) node)
                            .toList(),
                    false);
        }

        @Bean
        Accounts accounts(LedgerSettings settings) {
            return ConfiguredAccounts.read(settings.accounts(), settings.answerWithin());
        }
    }
}
