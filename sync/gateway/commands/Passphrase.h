#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"

#include <QCommandLineParser>

namespace motcua::gateway {

/// Where a passphrase comes from: the first line of the descriptor that `--option` names, else the terminal, where `question` is asked.
struct PassphraseSource {
    const char* option;
    const char* question;
};

/// One that opens something. Errors: "key.no-terminal" with option, "key.no-passphrase".
base::Result<base::Secret> knownPassphrase(const QCommandLineParser& parser, const PassphraseSource& source);
/// One that is chosen now: asked for twice at a terminal, and measured by the rule for every password. Errors: the same, "key.passphrase-differs",
/// those of domain::checkPassword().
base::Result<base::Secret> chosenPassphrase(const QCommandLineParser& parser, const PassphraseSource& source);

}
