#include "sync/gateway/commands/Passphrase.h"

#include "app/domain/password/PasswordRule.h"
#include "sync/vault/OutsideKey.h"

namespace motcua::gateway {

base::Result<base::Secret> knownPassphrase(const QCommandLineParser& parser, const PassphraseSource& source) {
    const QString option = QLatin1String(source.option);
    return parser.isSet(option) ? vault::readPassphrase(parser.value(option).toInt()) : vault::askAtTerminal(source.question, source.option);
}

base::Result<base::Secret> chosenPassphrase(const QCommandLineParser& parser, const PassphraseSource& source) {
    const auto said = knownPassphrase(parser, source);
    if (!said)
        return said;
    if (const auto good = domain::checkPassword(*said, {}); !good)
        return base::fail(good.error());
    if (parser.isSet(QLatin1String(source.option)))
        return said;
    // Unseen, a slip would be noticed when nothing opens any more.
    const auto again = vault::askAtTerminal("Nhập lại / once more: ", source.option);
    if (!again)
        return again;
    return *again == *said ? said : base::fail(QStringLiteral("key.passphrase-differs"));
}

}
