#pragma once

#include "app/base/Result.h"
#include "sync/protocol/OpenSsl.h"
#include "sync/vault/Vault.h"

#include <QDateTime>
#include <QStringList>

/// How an authority comes into <data>/keys, from the root that is elsewhere: it asks, is answered, and takes the place of the one before. Who is
/// stopped in between goes on the next time.
namespace motcua::gateway::authorityfiles {

QString in(const QString& directory, const char* name);

/// What the next authority asks the root (PKCS#10, PEM). Its key is made once and waits, sealed. Errors: "platform.not-stored", "vault.failed".
base::Result<QByteArray> request(const QString& directory, const vault::Vault& vault);
/// The root's answer (PEM), with the root's certificate behind it at the founding. `hosts`: of the server; empty: as it has them. Errors:
/// "authority.not-asked" (there is no such request), "authority.wrong-answer" (of another root or for another key), "platform.not-stored".
base::Outcome install(const QString& directory, const QByteArray& certificatePem, const QStringList& hosts, const vault::Vault& vault);
/// What install() had begun.
base::Outcome settle(const QString& directory, const vault::Vault& vault);

}
