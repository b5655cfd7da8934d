#include "sync/gateway/commands/Founding.h"

#include "sync/gateway/blobs/Blobs.h"
#include "sync/gateway/commands/RecoveryKey.h"
#include "sync/gateway/commands/SettingWords.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/publish/CatalogueFiles.h"
#include "sync/gateway/publish/DeskGrant.h"
#include "sync/gateway/publish/JobFiles.h"
#include "sync/gateway/publish/TrainingUnit.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/vault/Belonging.h"
#include "sync/vault/KeyRing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace motcua::gateway {

namespace {

base::Outcome publishUnit(Tables& tables, const TrainingUnit& unit, bool hasDeskVolumes, const QDateTime& now) {
    return addUnit(tables, unit.settings)
        .and_then([&](bool) { return hasDeskVolumes ? base::done() : beginOneRun(tables, unit.settings.unit, now); })
        .and_then([&](base::Done) { return unitKey(tables, unit.settings.unit); })
        .and_then([&](qint64 key) {
            return tables.feed().publish({.unit = key, .station = {}}, "accounts", {{QStringLiteral("accounts"), base::toJsonValue(unit.accounts)}});
        })
        .map([](qint64) { return base::Done(); });
}

/// Good for many uses, so that whoever learns may set up one desk after the other.
base::Result<std::vector<NewActivation>> makeActivations(PlatformStore& store, const base::Clock& clock, const TrainingUnit& unit) {
    constexpr int uses = 1000;
    std::vector<NewActivation> activations;
    for (const domain::Account& account : unit.accounts) {
        auto made = Activations::makeCode(store, clock, unit.settings.unit, account.login, {Activations::longestDays, uses});
        if (!made)
            return base::fail(made.error());
        activations.push_back(std::move(*made));
    }
    return activations;
}

/// Whoever is named as its first user is bound: in training nobody is anybody.
base::Result<std::vector<NewCode>> makeDesks(Stations& stations, const TrainingUnit& unit, const QByteArray& authority) {
    std::vector<NewCode> codes;
    for (const QString& desk : unit.desks) {
        auto code =
            stations.add(unit.settings.unit, desk).and_then([&](const QUuid& id) { return stations.makeCode(id, authority, QStringLiteral("*")); });
        if (!code)
            return base::fail(code.error());
        codes.push_back(std::move(*code));
    }
    return codes;
}

base::Error incomplete(const char* option) {
    return {QStringLiteral("command.incomplete"), {{QStringLiteral("option"), QLatin1String(option)}}};
}

/// Beside the data, as is its passphrase: in training nothing is lost by that.
base::Result<Root> trainingRoot(const QString& folder, const QDateTime& now) {
    const QString file = folder + QStringLiteral("/passphrase");
    if (Root::isIn(folder))
        return readSecret(file).and_then([&](const base::Secret& passphrase) { return Root::open(folder, passphrase); });
    const auto random = vault::randomKey();
    if (!random)
        return base::fail(random.error());
    const QByteArray passphrase = random->bytes().toByteArray().toHex();
    return Root::make(folder, base::Secret::ofBytes(passphrase), now).and_then([&](Root root) -> base::Result<Root> {
        if (auto written = writePrivate(file, passphrase); !written)
            return base::fail(written.error());
        return root;
    });
}

struct WithKeys {
    FoundingPlan plan;
    std::shared_ptr<const Root> root;
};

/// With everything said of the keys, and nothing there yet that it would spoil.
base::Result<WithKeys> withKeys(FoundingPlan plan, const QDateTime& now) {
    const QString directory = QFileInfo(plan.directory).absoluteFilePath();
    if (holdsStore(plan.directory) || vault::KeyRing::isIn(plan.directory))
        return base::fail(QStringLiteral("platform.exists"));
    const QString beside = QDir::cleanPath(directory) + QStringLiteral(".keys/");
    const bool hasKey = !plan.key.file.isEmpty() || !plan.key.passphrase.isEmpty() || !vault::credentialFile().isEmpty();
    if (!hasKey && !plan.isTraining)
        return base::fail(incomplete("key-file"));
    if (!hasKey)
        plan.key.file = beside + QStringLiteral("gateway.key");
    if (plan.recoveryKey.isEmpty() && plan.recoveryPublic.isEmpty()) {
        if (!plan.isTraining)
            return base::fail(incomplete("recovery-key"));
        plan.recoveryKey = beside + QStringLiteral("recovery.key");
    }
    for (const QString& outside : {plan.key.file, plan.recoveryKey})
        if (!outside.isEmpty() && vault::isWithin(outside, directory))
            return base::fail(QStringLiteral("key.inside-data"), {{QStringLiteral("file"), outside}});
    if (!plan.recoveryKey.isEmpty() && QFile::exists(plan.recoveryKey))
        return base::fail(QStringLiteral("key.exists"), {{QStringLiteral("file"), plan.recoveryKey}});
    const auto said = plan.root ? plan.root() : base::Result<std::shared_ptr<const Root>>(nullptr);
    if (!said)
        return base::fail(said.error());
    if (!*said && !plan.isTraining)
        return base::fail(incomplete("root"));
    WithKeys whole{std::move(plan), *said};
    if (*said)
        return whole;
    auto root = trainingRoot(beside + QStringLiteral("root"), now);
    if (!root)
        return base::fail(root.error());
    constexpr int tenYears = 3650;
    whole.plan.authorityDays = tenYears;
    whole.root = std::make_shared<const Root>(std::move(*root));
    return whole;
}

}

base::Result<Founded> found(const FoundingPlan& wanted, const base::Clock& clock) {
    const auto completed = withKeys(wanted, clock.now());
    if (!completed)
        return base::fail(completed.error());
    const FoundingPlan& plan = completed->plan;
    const auto edition = readEdition(plan.catalogue, plan.catalogueVersion);
    if (!edition)
        return base::fail(edition.error());
    TrainingUnit unit = trainingUnit(plan.unit, clock.now());
    for (const QString& setting : plan.settings)
        if (const auto applied = applySetting(unit.settings, setting); !applied)
            return base::fail(applied.error());
    for (const char* directory : {"/uploads", "/keys"})
        if (!vault::makeFolder(plan.directory + QLatin1String(directory)))
            return base::fail(QStringLiteral("platform.not-stored"));
    if (!Blobs::makeDirectories(plan.directory))
        return base::fail(QStringLiteral("platform.not-stored"));
    QFile::setPermissions(plan.directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const auto ring = vault::KeyRing::make(plan.directory, plan.key);
    if (!ring)
        return base::fail(ring.error());
    const auto recovery = plan.recoveryPublic.isEmpty() ? makeRecoveryKey(plan.recoveryKey, plan.directory) : readRecoveryPublic(plan.recoveryPublic);
    if (!recovery)
        return base::fail(recovery.error());
    auto store = createStore(plan.directory, ring->vault());
    if (!store)
        return base::fail(store.error());
    if (auto made = Authority::create(plan.directory, {plan.hosts, *recovery, *completed->root, plan.authorityDays}, *ring->vault(), clock.now());
        !made)
        return base::fail(made.error());
    const auto published = (*store)->write([&](Tables& tables) -> base::Outcome {
        return publishEdition(tables, *edition).and_then([&](bool) { return publishBuiltInJobs(tables); }).and_then([&](const QStringList&) {
            return plan.isTraining ? publishUnit(tables, unit, plan.hasDeskVolumes, clock.now()) : base::done();
        });
    });
    if (!published)
        return base::fail(published.error());
    Founded founded{ring->keyFile(), plan.recoveryPublic.isEmpty() ? plan.recoveryKey : QString(), {}, {}};
    if (plan.isTraining) {
        const auto authority = Authority::open(plan.directory, *ring->vault());
        if (!authority)
            return base::fail(authority.error());
        Stations stations(**store, clock);
        auto codes = makeDesks(stations, unit, (*authority)->der());
        if (!codes)
            return base::fail(codes.error());
        auto activations = makeActivations(**store, clock, unit);
        if (!activations)
            return base::fail(activations.error());
        founded.codes = std::move(*codes);
        founded.activations = std::move(*activations);
    }
    return founded;
}

}
