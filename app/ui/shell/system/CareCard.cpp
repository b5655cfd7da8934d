#include "app/ui/shell/system/CareCard.h"

#include "app/base/Clock.h"
#include "app/counter/Counter.h"
#include "app/ui/shell/system/FindingWords.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/FactGrid.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextLabel.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QProgressBar>

namespace motcua::ui {

CareCard::CareCard(counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_session(session), m_about(new TextLabel(TextRole::Muted, this)),
      m_diagnose(new ActionButton(ButtonKind::Secondary, QStringLiteral("monitor"), QKeySequence(Qt::Key_F7), this)),
      m_verify(new ActionButton(ButtonKind::Secondary, QStringLiteral("shield-check"), QKeySequence(Qt::Key_F8), this)),
      m_backUp(new ActionButton(ButtonKind::Secondary, QStringLiteral("save"), QKeySequence(Qt::Key_F10), this)),
      m_copy(new ActionButton(ButtonKind::Quiet, QStringLiteral("copy-check"), QKeySequence(), this)), m_progress(new QProgressBar(this)),
      m_banner(new Banner(this)), m_facts(new FactGrid(this)) {
    m_about->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto* buttons = new ActionRow(Qt::AlignLeft);
    for (ActionButton* button : {m_diagnose, m_verify, m_backUp, m_copy})
        buttons->addWidget(button);
    body()->addWidget(m_about);
    body()->addLayout(buttons);
    body()->addWidget(m_progress);
    body()->addWidget(m_banner);
    body()->addWidget(m_facts);
    connect(m_diagnose, &QPushButton::clicked, this, &CareCard::diagnose);
    connect(m_verify, &QPushButton::clicked, this, &CareCard::verify);
    connect(m_backUp, &QPushButton::clicked, this, &CareCard::chooseTarget);
    connect(m_copy, &QPushButton::clicked, this, &CareCard::copyFindings);
    setBusy(false);
    showFindings();
    retranslate();
}

void CareCard::setBusy(bool busy) {
    m_progress->setVisible(busy);
    if (busy) {
        m_banner->clear();
        m_findings.clear();
        showFindings();
        // At once, and not when it has ended.
        ScrollColumn::bringIntoSight(m_progress);
        m_progress->repaint();
    }
}

void CareCard::reveal() {
    ScrollColumn::bringIntoSight(m_findings.empty() ? static_cast<QWidget*>(m_banner) : m_facts);
}

/// The buttons stay as they are meanwhile: one that is put out of use gives the keyboard to whatever comes next.
bool CareCard::isBusy() const {
    return !m_progress->isHidden();
}

void CareCard::diagnose() {
    if (isBusy())
        return;
    setBusy(true);
    m_session.upkeep()->diagnose().then(this, [this](const std::vector<counter::Finding>& findings) {
        setBusy(false);
        m_findings = findings;
        showFindings();
        reveal();
    });
}

void CareCard::verify() {
    if (isBusy())
        return;
    setBusy(true);
    m_session.upkeep()->verify().then(this, [this](const base::Result<counter::Soundness>& checked) {
        setBusy(false);
        if (!checked)
            m_banner->show(checked.error());
        else if (checked->faults == 0)
            m_banner->show(Tone::Success, tr("The data are sound: %1 records, %2 scanned pages.").arg(checked->events).arg(checked->scans));
        else
            m_banner->show(Tone::Danger, tr("The data have %1 faults, the first: %2.").arg(checked->faults).arg(checked->firstFault),
                tr("Nothing was changed."), tr("Do not go on working here. Call whoever supports the unit."));
        reveal();
    });
}

void CareCard::chooseTarget() {
    if (isBusy())
        return;
    auto* dialog = new QFileDialog(this, tr("Where to put the backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &CareCard::backUp);
    dialog->open();
}

/// A folder of its own in the one that was chosen: name of the desk and moment.
void CareCard::backUp(const QString& parent) {
    const QString moment = base::toVietnamTime(QDateTime::currentDateTimeUtc()).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString target = QStringLiteral("%1/motcua-%2").arg(parent, moment);
    setBusy(true);
    m_session.upkeep()->backUp(target).then(this, [this, target](const base::Outcome& copied) {
        setBusy(false);
        if (copied)
            m_banner->show(Tone::Success, tr("Backed up and verified: %1").arg(target), tr("It is sealed: only who unlocks this station reads it."));
        else
            m_banner->show(copied.error());
        reveal();
    });
}

void CareCard::showFindings() {
    std::vector<Fact> facts;
    for (const counter::Finding& finding : m_findings)
        facts.push_back(findingWords(finding));
    m_facts->setFacts(facts);
    m_facts->setVisible(!facts.empty());
    m_copy->setVisible(!facts.empty());
}

void CareCard::copyFindings() {
    QStringList lines;
    for (const counter::Finding& finding : m_findings) {
        const Fact fact = findingWords(finding);
        lines << fact.name + QStringLiteral(": ") + fact.value;
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_banner->show(Tone::Info, tr("The diagnosis was copied; paste it into a message."));
}

void CareCard::forget() {
    m_findings.clear();
    m_banner->clear();
    showFindings();
}

void CareCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showFindings();
    }
    Card::changeEvent(event);
}

void CareCard::retranslate() {
    setHeading(tr("Diagnosis and backup"));
    m_about->setText(tr("Work goes on meanwhile. A diagnosis says nothing about citizens; a backup is sealed like the station itself."));
    m_diagnose->setLabel(tr("Diagnose"));
    m_verify->setLabel(tr("Verify the data"));
    m_backUp->setLabel(tr("Back up …"));
    m_copy->setLabel(tr("Copy the text"));
    m_progress->setAccessibleName(tr("Working"));
}

}
