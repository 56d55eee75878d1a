package kz.shanyraq.office.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/// Sign-in with a provider of OpenID Connect, if one is configured: `shanyraq.oidc.issuer`, `client-id`,
/// `client-secret`. The provider is asked at the first
/// sign-in, so that the office starts without it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${shanyraq.oidc.issuer:}'.isEmpty()")
class Oidc {

    /// The name of the provider in addresses.
    static final String PROVIDER = "provider";

    @Bean
    ClientRegistrationRepository providers(
            @Value("${shanyraq.oidc.issuer}") String issuer,
            @Value("${shanyraq.oidc.client-id}") String id,
            @Value("${shanyraq.oidc.client-secret}") String secret) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(provider(issuer, id, secret)));
    }

    private static ClientRegistration provider(String issuer, String id, String secret) {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(PROVIDER)
                .clientId(id)
                .clientSecret(secret)
                .scope("openid", "email")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
