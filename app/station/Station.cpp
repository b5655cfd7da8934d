#include "app/station/Station.h"

#include "app/base/Logging.h"
#include "app/capture/HelperPages.h"
#include "app/capture/SaneScanner.h"
#include "app/domain/Keyholders.h"
#include "app/journal/exchange/StationCopy.h"
#include "app/paper/CupsPrinter.h"
#include "app/station/Activation.h"
#include "app/station/Diagnosis.h"
#include "app/station/Enroller.h"

#include <QTimer>
#include <QtConcurrent>

#include <algorithm>

namespace motcua::station {

namespace {

template <class T>
QFuture<base::Result<T>> answer(base::Result<T> result) {
    return QtFuture::makeReadyFuture(std::move(result));
}

QString key(const QString& login) {
    return login.trimmed().toLower();
}

}

/// What a worker brings back from opening the directory.
struct Station::Opened {
    base::Error error;
    std::unique_ptr<journal::StationData> data;
    std::unique_ptr<journal::Unlocked> unlocked;
};

Station::Station(StationSetup setup) : m_setup(std::move(setup)) {
    m_setup.journal.clock = &clock();
    m_card = StationCard::read(m_setup.directory).value_or(StationCard());
    m_session = std::make_unique<counter::SessionControl>(*this, clock());
    connect(m_session.get(), &counter::SessionControl::stateChanged, this, [this](counter::SessionControl::State state) {
        if (!m_open)
            return;
        const bool seated = state == counter::SessionControl::State::Unlocked;
        m_open->directoryWatch().setSeated(seated);
        // What was held back is done by now: nobody's key is needed while nobody sits here.
        if (!seated) {
            m_signer.reset();
            m_open->unlocked().unseat();
        }
    });
}

Station::~Station() {
    m_session->close();
    close();
}

const base::Clock& Station::clock() const {
    return m_setup.clock ? *m_setup.clock : m_systemClock;
}

bool Station::isEnrolled() const {
    return journal::StationData::exists(m_setup.directory);
}

QFuture<base::Outcome> Station::enrol(const counter::Enrolment& enrolment) {
    auto promise = std::make_shared<QPromise<base::Outcome>>();
    promise->start();
    if (!m_enrolment)
        m_enrolment = std::make_unique<http::EnrolmentClient>();
    m_enroller = std::make_unique<Enroller>(m_setup, *m_enrolment, enrolment);
    connect(m_enroller.get(), &Enroller::finished, this, [this, promise](const base::Error& error) {
        m_enroller->disconnect();
        m_enroller.release()->deleteLater();
        m_card = StationCard::read(m_setup.directory).value_or(StationCard());
        promise->addResult(error.code.isEmpty() ? base::done() : base::Outcome(base::fail(error)));
        promise->finish();
    });
    const auto future = promise->future();
    m_enroller->begin();
    return future;
}

QFuture<base::Result<domain::Account>> Station::unlock(const QString& login, const base::Secret& password) {
    auto promise = std::make_shared<QPromise<base::Result<domain::Account>>>();
    promise->start();
    const auto future = promise->future();
    if (m_open) {
        QtConcurrent::run([data = m_data.get(), login, password] {
            return data->identify(login, password);
        }).then(this, [this, login, promise](const base::Result<journal::PersonKeyPointer>& checked) {
            // Whoever knows the province's answer to a doubt that a password brought up.
            if (m_open)
                m_open->sync().wake();
            if (checked) {
                awaitAccount(login, *checked, promise);
                return;
            }
            promise->addResult(base::Result<domain::Account>(base::fail(whyNot(checked.error(), login))));
            promise->finish();
        });
        return future;
    }
    QtConcurrent::run([setup = m_setup, login, password] {
        auto result = std::make_shared<Opened>();
        auto data = journal::StationData::open(setup.directory, setup.journal);
        if (!data) {
            result->error = data.error();
            return result;
        }
        result->data = std::move(*data);
        auto unlocked = result->data->unlock(login, password);
        if (unlocked)
            result->unlocked = std::move(*unlocked);
        else
            result->error = unlocked.error();
        return result;
    }).then(this, [this, login, promise](const std::shared_ptr<Opened>& result) { opened(result, login, promise); });
    return future;
}

/// Whoever has the password of a slot that was taken away is told whether the province closed the account, where that can be read.
base::Error Station::whyNot(const base::Error& error, const QString& login) const {
    const auto account = m_open && error.code == QLatin1String("unlock.former-user") ? findAccount(login) : std::nullopt;
    return account && !*account ? account->error() : error;
}

void Station::opened(const std::shared_ptr<Opened>& opened, const QString& login, const AccountPromise& promise) {
    if (!opened->unlocked) {
        // The future may live on for a while; the directory's lock must not, or the next try finds it taken.
        opened->data.reset();
        promise->addResult(base::Result<domain::Account>(base::fail(opened->error)));
        promise->finish();
        return;
    }
    if (!m_setup.scanner && !m_scanner)
        m_scanner = std::make_unique<capture::SaneScanner>();
    if (!m_setup.pages && !m_pages)
        m_pages = std::make_unique<capture::HelperPages>();
    if (!m_setup.printer && !m_printer)
        m_printer = std::make_unique<paper::CupsPrinter>();
    m_data = std::move(opened->data);
    auto made = OpenStation::make(std::move(opened->unlocked), m_setup,
        {m_setup.scanner ? *m_setup.scanner : *m_scanner, m_setup.pages ? *m_setup.pages : *m_pages, m_setup.printer ? *m_setup.printer : *m_printer,
            clock()});
    if (!made) {
        m_data.reset();
        promise->addResult(base::Result<domain::Account>(base::fail(made.error())));
        promise->finish();
        return;
    }
    m_open = std::move(*made);
    restorePaper();
    restoreInbox();
    // Queued: who is seated is locked out first, and what was typed is kept.
    connect(&m_open->counter(), &counter::Counter::archiveChanged, this, &Station::dropClosedSlots, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &Station::dropClosedSlots, Qt::QueuedConnection);
    const journal::PersonKeyPointer signer = m_open->unlocked().opener();
    m_open->unlocked().unseat();
    awaitAccount(login, signer, promise);
}

void Station::answerWith(
    const base::Result<domain::Account>& account, const QString& login, const journal::PersonKeyPointer& signer, const AccountPromise& promise) {
    const auto seated = account ? m_open->unlocked().seat(account->id, key(login), signer) : base::Outcome(base::fail(account.error()));
    if (!seated) {
        note({domain::SecurityKind::SignInFailed, {}, {}, key(login)});
        refuse(seated.error(), promise);
        return;
    }
    if (const auto noted = m_open->unlocked().signedIn(key(login)); !noted)
        qCWarning(base::lcCounter).noquote() << "security log:" << noted.error().toLogLine();
    m_signer = signer;
    m_seated = key(login);
    remember(login);
    promise->addResult(account);
    promise->finish();
}

void Station::awaitAccount(const QString& login, const journal::PersonKeyPointer& signer, const AccountPromise& promise) {
    if (const auto known = findAccount(login)) {
        answerWith(*known, login, signer, promise);
        return;
    }
    constexpr int longestWait = 20'000;
    auto* deadline = new QTimer(&m_open->counter());
    deadline->setSingleShot(true);
    connect(&m_open->counter(), &counter::Counter::archiveChanged, deadline, [this, login, deadline, signer, promise] {
        const auto known = findAccount(login);
        if (!known || !deadline->isActive())
            return;
        deadline->stop();
        deadline->deleteLater();
        answerWith(*known, login, signer, promise);
    });
    connect(deadline, &QTimer::timeout, this, [this, login, deadline, signer, promise] {
        deadline->deleteLater();
        const bool heardNothing = m_open->counter().archive().accounts().empty();
        const char* const why = heardNothing ? "access.no-accounts-yet" : "access.unknown-user";
        answerWith(base::fail(QString::fromLatin1(why)), login, signer, promise);
    });
    deadline->start(longestWait);
}

/// The right password of somebody who may not work here: unless another is at work behind the lock, nothing stays open. Later, as this may be told by
/// what is closed.
void Station::refuse(const base::Error& error, const AccountPromise& promise) {
    QMetaObject::invokeMethod(
        this,
        [this, error, promise] {
            if (m_session->state() == counter::SessionControl::State::Closed)
                close();
            promise->addResult(base::Result<domain::Account>(base::fail(error)));
            promise->finish();
        },
        Qt::QueuedConnection);
}

std::optional<base::Result<domain::Account>> Station::findAccount(const QString& login) const {
    for (const domain::Account& account : m_open->counter().archive().accounts())
        if (key(account.login) == key(login)) {
            if (!account.active)
                return base::Result<domain::Account>(base::fail(QStringLiteral("access.inactive")));
            return base::Result<domain::Account>(account);
        }
    return {};
}

void Station::remember(const QString& login) {
    if (m_card.station.isEmpty())
        m_card = m_open->card();
    m_card.lastLogin = key(login);
    if (!m_card.logins.contains(key(login)))
        m_card.logins.append(key(login));
    writeCard();
}

/// The card is a convenience of the login screen: that it could not be written stops nobody.
void Station::writeCard() {
    if (const auto written = m_card.write(m_setup.directory); !written)
        qCWarning(base::lcCounter).noquote() << "station card:" << written.error().toLogLine();
}

void Station::restorePaper() {
    counter::Printing& printing = m_open->counter().printing();
    printing.setTarget({m_card.printQueue, {}, m_card.attestationTops});
    connect(&printing, &counter::Printing::targetChanged, this, [this, &printing] {
        m_card.printQueue = printing.target().queue;
        m_card.attestationTops = printing.target().tops;
        writeCard();
    });
}

void Station::restoreInbox() {
    counter::Inbox& inbox = m_open->counter().inbox();
    if (const auto set = inbox.setDossier(m_card.watchedDirectory); !set)
        qCWarning(base::lcCounter).noquote() << "station card:" << set.error().toLogLine();
    connect(&inbox, &counter::Inbox::directoryChanged, this, [this, &inbox] {
        m_card.watchedDirectory = inbox.directory();
        writeCard();
    });
}

base::Outcome Station::mayGoBy(const QString& code) const {
    if (!code.isEmpty())
        return Activation::isCode(code) ? base::done() : base::fail(QStringLiteral("activation.code-malformed"));
    return m_open->counter().archive().settings().signedActs ? base::fail(QStringLiteral("access.needs-code")) : base::done();
}

QFuture<base::Outcome> Station::withSlot(const QString& login, const base::Secret& password, const QString& code, const SlotUse& use) {
    const auto may = mayGoBy(code).and_then([&](base::Done) { return domain::checkPassword(password, ownerOf(login)); });
    if (!may)
        return answer(may);
    auto promise = std::make_shared<QPromise<base::Outcome>>();
    promise->start();
    const auto ended = [promise](base::Outcome outcome) {
        promise->addResult(std::move(outcome));
        promise->finish();
    };
    const auto put = [this, use, ended](const journal::KeySlots::Slot& slot) {
        ended(m_open ? use(m_open->unlocked(), slot) : base::Outcome(base::fail(QStringLiteral("desk.nobody"))));
    };
    QtConcurrent::run(m_open->unlocked().slotMaker(key(login), password))
        .then(this, [this, login, code, put, ended](const base::Result<journal::KeySlots::Slot>& slot) {
            if (!slot || !m_open)
                return ended(base::fail(slot ? base::Error{QStringLiteral("desk.nobody")} : slot.error()));
            if (code.isEmpty())
                return put(*slot);
            m_activation = std::make_unique<Activation>(m_open->unlocked(), Activation::Of{key(login), code, slot->signer});
            connect(m_activation.get(), &Activation::failed, this, [ended](const base::Error& error) { ended(base::fail(error)); });
            connect(m_activation.get(), &Activation::bound, this, [put, slot = *slot](const QByteArray& voucher) mutable {
                slot.person.voucher = voucher;
                put(slot);
            });
            m_activation->begin();
        });
    return promise->future();
}

QFuture<base::Outcome> Station::activate(const QString& code) {
    if (!m_open || !m_signer)
        return answer(base::Outcome(base::fail(QStringLiteral("desk.nobody"))));
    if (!Activation::isCode(code))
        return answer(base::Outcome(base::fail(QStringLiteral("activation.code-malformed"))));
    auto promise = std::make_shared<QPromise<base::Outcome>>();
    promise->start();
    const auto ended = [promise](base::Outcome outcome) {
        promise->addResult(std::move(outcome));
        promise->finish();
    };
    m_activation = std::make_unique<Activation>(m_open->unlocked(), Activation::Of{m_seated, code, m_signer});
    connect(m_activation.get(), &Activation::failed, this, [ended](const base::Error& error) { ended(base::fail(error)); });
    connect(m_activation.get(), &Activation::bound, this, [this, ended, signer = m_signer, login = m_seated](const QByteArray& voucher) {
        if (!m_open)
            return ended(base::fail(QStringLiteral("desk.nobody")));
        auto kept = m_open->unlocked().keepVoucher(login, signer->publicKey(), voucher);
        // Whoever sits here by now may be somebody else.
        if (kept && m_signer == signer)
            kept = m_open->unlocked().seat(m_open->counter().desk().account().id, login, signer);
        ended(std::move(kept));
    });
    m_activation->begin();
    return promise->future();
}

QFuture<base::Outcome> Station::addUser(const QString& login, const base::Secret& password, const QString& code) {
    if (!m_open)
        return answer(base::Outcome(base::fail(QStringLiteral("desk.nobody"))));
    const auto account = findAccount(login);
    if (!account)
        return answer(base::Outcome(base::fail(QStringLiteral("access.no-account"))));
    if (!*account)
        return answer(base::Outcome(base::fail(account->error())));
    // A code is good for one use: what can be known to fail is found before it is spent.
    const auto there = m_open->unlocked().hasUser(key(login));
    if (!there || *there)
        return answer(base::Outcome(base::fail(there ? base::Error{QStringLiteral("unlock.user-exists")} : there.error())));
    return withSlot(login, password, code, [this, login](journal::Unlocked& station, const journal::KeySlots::Slot& slot) {
        auto added = station.addUser(slot);
        if (added) {
            m_card.logins.append(key(login));
            writeCard();
        }
        return added;
    });
}

domain::PasswordOwner Station::ownerOf(const QString& login) const {
    const auto& accounts = m_open->counter().archive().accounts();
    const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const domain::Account& each) { return key(each.login) == key(login); });
    return domain::PasswordOwner::of(key(login), found == accounts.end() ? nullptr : &*found, m_open->counter().archive().settings());
}

base::Outcome Station::refused(const base::Error& error, const QString& about) {
    note({domain::SecurityKind::AccessRefused, {}, {}, (about + QLatin1Char(' ') + error.code).trimmed()});
    return base::fail(error);
}

base::Outcome Station::mayTend(const QString& login) {
    if (!m_open)
        return base::fail(QStringLiteral("desk.nobody"));
    const auto& accounts = m_open->counter().archive().accounts();
    const auto other = std::find_if(accounts.begin(), accounts.end(), [&](const domain::Account& each) { return key(each.login) == key(login); });
    const auto may = domain::mayTend(m_open->counter().desk().account(), other == accounts.end() ? nullptr : &*other);
    return may ? may : refused(may.error(), key(login));
}

QFuture<base::Outcome> Station::removeUser(const QString& login) {
    auto removed = mayTend(login).and_then([&](base::Done) { return m_open->unlocked().removeUser(key(login)); });
    // A login that the card names and nobody has a slot for goes from the card.
    if (removed || removed.error().code == QLatin1String("unlock.unknown-user"))
        forget(login);
    return answer(std::move(removed));
}

void Station::forget(const QString& login) {
    m_card.logins.removeAll(key(login));
    if (m_card.lastLogin == key(login))
        m_card.lastLogin.clear();
    writeCard();
}

void Station::dropClosedSlots() {
    if (!m_open)
        return;
    for (const domain::Account& account : m_open->counter().archive().accounts()) {
        const auto has = account.active ? base::Result<bool>(false) : m_open->unlocked().hasUser(key(account.login));
        if (!has || !*has)
            continue;
        // The last slot stays: it opens the desk for nobody, and the recovery key is then not the only way to what lies here.
        if (const auto removed = m_open->unlocked().removeUser(key(account.login), journal::Unlocked::By::Province))
            forget(account.login);
        else
            qCWarning(base::lcCounter).noquote() << "slot of a closed account stays:" << removed.error().toLogLine();
    }
    m_open->unlocked().beginDueEpoch();
}

QFuture<base::Outcome> Station::resetPassword(const QString& login, const base::Secret& password, const QString& code) {
    if (const auto may = mayTend(login); !may)
        return answer(may);
    const auto there = m_open->unlocked().hasUser(key(login));
    if (!there || !*there)
        return answer(base::Outcome(base::fail(there ? base::Error{QStringLiteral("unlock.unknown-user")} : there.error())));
    return withSlot(login, password, code, [](journal::Unlocked& station, const journal::KeySlots::Slot& slot) { return station.setPassword(slot); });
}

QFuture<std::vector<counter::Finding>> Station::diagnose() {
    auto promise = std::make_shared<QPromise<std::vector<counter::Finding>>>();
    promise->start();
    auto* diagnosis = new Diagnosis(m_setup.directory,
        {m_setup.printer ? *m_setup.printer : *m_printer, m_setup.scanner ? *m_setup.scanner : *m_scanner, m_setup.pages ? *m_setup.pages : *m_pages},
        clock());
    diagnosis->setParent(this);
    connect(diagnosis, &Diagnosis::finished, this, [diagnosis, promise](const std::vector<counter::Finding>& findings) {
        diagnosis->deleteLater();
        promise->addResult(findings);
        promise->finish();
    });
    diagnosis->begin();
    note({domain::SecurityKind::Diagnosed});
    return promise->future();
}

QFuture<base::Result<counter::Soundness>> Station::verify() {
    return QtConcurrent::run(&soundness, m_setup.directory);
}

QFuture<base::Outcome> Station::backUp(const QString& to) {
    return QtConcurrent::run([from = m_setup.directory, to] { return journal::copyStation(from, to); }).then(this, [this, to](base::Outcome copied) {
        if (copied)
            note({domain::SecurityKind::BackedUp, {}, {}, to});
        return copied;
    });
}

QFuture<base::Result<domain::ports::SecurityPage>> Station::securityLog(const domain::SecurityFilter& filter) {
    using Page = base::Result<domain::ports::SecurityPage>;
    if (!m_open)
        return answer(Page(base::fail(QStringLiteral("desk.nobody"))));
    if (const auto may = domain::mayReadSecurityLog(m_open->counter().desk().account()); !may)
        return answer(Page(base::fail(refused(may.error(), {}).error())));
    return QtConcurrent::run(m_open->unlocked().securityReader(filter));
}

void Station::note(const domain::SecurityEvent& event) {
    const auto noted = m_open ? m_open->unlocked().securityLog().note(event) : base::done();
    if (!noted)
        qCWarning(base::lcCounter).noquote() << "security log:" << noted.error().toLogLine();
}

QFuture<base::Outcome> Station::changePassword(const QString& login, const base::Secret& oldPassword, const base::Secret& newPassword) {
    if (!m_open)
        return answer(base::Outcome(base::fail(QStringLiteral("desk.nobody"))));
    if (const auto fit = domain::checkPassword(newPassword, ownerOf(login)); !fit)
        return answer(fit);
    const journal::PersonKeyPointer own = key(login) == m_seated ? m_signer : nullptr;
    return QtConcurrent::run([data = m_data.get(), login, oldPassword, make = m_open->unlocked().slotMaker(key(login), newPassword, own)] {
        return data->check(login, oldPassword).and_then([&make](base::Done) { return make(); });
    }).then(this, [this](const base::Result<journal::KeySlots::Slot>& slot) -> base::Outcome {
        if (!slot)
            return base::fail(slot.error());
        return m_open ? m_open->unlocked().setPassword(*slot) : base::Outcome(base::fail(QStringLiteral("desk.nobody")));
    });
}

void Station::close() {
    m_activation.reset();
    m_signer.reset();
    m_open.reset();
    m_data.reset();
}

}
