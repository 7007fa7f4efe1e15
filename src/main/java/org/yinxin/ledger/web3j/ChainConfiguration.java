package org.yinxin.ledger.web3j;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinxin.ledger.ChainNodes;

/** The configured nodes. */
@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

    @Bean
    ChainNodes chainNodes() {
        return new ChainNodes(List.of(), true);
    }
}
