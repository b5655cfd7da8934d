#include "app/ui/dossiers/SupplementCard.h"

#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/PaperTable.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QProgressBar>

namespace motcua::ui {

SupplementCard::SupplementCard(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_counter(counter), m_supplements(counter.supplements()), m_table(new PaperTable(PaperTable::Use::HandedIn, this)),
      m_more(new TextEdit(this)), m_add(new ActionButton(ButtonKind::Quiet, QStringLiteral("plus"), QKeySequence(), this)),
      m_running(new QWidget(this)), m_bar(new QProgressBar(m_running)), m_count(new TextLabel(TextRole::Muted, m_running)),
      m_stop(new ActionButton(ButtonKind::Secondary, QStringLiteral("x"), QKeySequence(Qt::SHIFT | Qt::Key_F5), m_running)),
      m_scan(new ActionButton(ButtonKind::Secondary, QStringLiteral("scan-line"), QKeySequence(Qt::Key_F5), this)),
      m_done(new ActionButton(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::Key_F9), this)),
      m_drop(new ActionButton(ButtonKind::Danger, QStringLiteral("trash-2"), QKeySequence(), this)),
      m_leave(new ActionButton(ButtonKind::Quiet, QString(), QKeySequence(), this)) {
    layOut();
    m_table->installEventFilter(this);
    m_more->installEventFilter(this);
    connect(m_table, &PaperTable::rowChosen, &m_supplements, &counter::Supplements::setCurrentPaper);
    connect(m_table, &PaperTable::changeAsked, this,
        [this](int row, domain::PaperKind kind, int quantity, bool shownOnly) { told(m_supplements.setPaper(row, kind, quantity, shownOnly)); });
    connect(m_add, &QPushButton::clicked, this, &SupplementCard::addPaper);
    connect(m_more, &QLineEdit::returnPressed, this, &SupplementCard::addPaper);
    connect(m_more, &QLineEdit::textChanged, this, [this] {
        if (!m_supplements.dossier().isNull())
            m_counter.jottings().jot(anotherPaper(), m_more->value());
    });
    connect(m_scan, &QPushButton::clicked, this, &SupplementCard::scan);
    connect(m_done, &QPushButton::clicked, this, &SupplementCard::giveBack);
    connect(m_drop, &QPushButton::clicked, this, &SupplementCard::dropIt);
    connect(m_leave, &QPushButton::clicked, this, &SupplementCard::leave);
    connect(m_stop, &QPushButton::clicked, &counter.scanning(), &counter::Scanning::cancel);
    connect(&m_supplements, &counter::Supplements::changed, this, &SupplementCard::refresh);
    connect(&counter.scanning(), &counter::Scanning::started, this, &SupplementCard::showProgress);
    connect(&counter.scanning(), &counter::Scanning::pageKept, this, &SupplementCard::showProgress);
    connect(&counter.scanning(), &counter::Scanning::finished, this, [this](const base::Error& error) {
        showProgress();
        if (!error.code.isEmpty() && isVisible())
            emit failed(error);
    });
    retranslate();
    hide();
}

void SupplementCard::layOut() {
    m_table->setObjectName(QStringLiteral("supplement"));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    auto* running = new QHBoxLayout(m_running);
    running->setContentsMargins({});
    running->addWidget(m_bar, 1);
    running->addWidget(m_count);
    running->addWidget(m_stop);
    m_running->hide();
    auto* more = new QHBoxLayout;
    more->addWidget(m_more, 1);
    more->addWidget(m_add);
    auto* acts = new ActionRow(Qt::AlignRight);
    for (ActionButton* button : {m_leave, m_drop, m_scan, m_done})
        acts->addWidget(button);
    body()->addWidget(m_table, 1);
    body()->addLayout(more);
    body()->addWidget(m_running);
    body()->addLayout(acts);
}

base::Outcome SupplementCard::open(domain::DossierId dossier) {
    const auto opened = m_supplements.open(dossier);
    if (!opened)
        return opened;
    m_more->setValue(m_counter.jottings().jotted(anotherPaper()));
    show();
    refresh();
    m_table->setCurrentCell(0, 0);
    m_table->setFocus();
    return base::done();
}

QString SupplementCard::anotherPaper() const {
    return QStringLiteral("another-paper/") + m_supplements.dossier().toString();
}

void SupplementCard::refresh() {
    m_table->setPapers(m_supplements.papers(), m_table->currentRow());
}

bool SupplementCard::told(const base::Outcome& outcome) {
    if (!outcome)
        emit failed(outcome.error());
    return outcome.has_value();
}

void SupplementCard::addPaper() {
    if (m_more->value().isEmpty() || !told(m_supplements.addPaper(m_more->value())))
        return;
    m_more->setValue(QString());
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
}

void SupplementCard::scan() {
    if (m_table->rowCount() > 0)
        m_supplements.setCurrentPaper(qMax(0, m_table->currentRow()));
    told(m_counter.scanning().scan(domain::ports::ScanRequest(), m_supplements));
}

void SupplementCard::giveBack() {
    if (told(m_supplements.giveBack()))
        leave();
}

void SupplementCard::dropIt() {
    if (told(m_supplements.drop()))
        leave();
}

void SupplementCard::leave() {
    hide();
    emit left();
}

void SupplementCard::showProgress() {
    m_running->setVisible(m_counter.scanning().isBusy());
    m_count->setText(tr("%n page(s) kept", nullptr, m_counter.scanning().pagesKept()));
}

/// Esc leaves from wherever one types.
bool SupplementCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return Card::eventFilter(watched, event);
    leave();
    return true;
}

void SupplementCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        Card::keyPressEvent(event);
}

void SupplementCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void SupplementCard::retranslate() {
    setHeading(tr("Papers the citizen brings back"));
    setCaption(tr("Space hands in, + and − the quantity, K the kind"));
    m_table->setAccessibleName(tr("Papers of the supplement"));
    m_more->setPlaceholderText(tr("Another paper …"));
    m_more->setAccessibleName(tr("Another paper"));
    m_add->setLabel(tr("Add"));
    m_stop->setLabel(tr("Stop"));
    m_scan->setLabel(tr("Scan"));
    m_done->setLabel(tr("Take them in"));
    m_drop->setLabel(tr("Throw away"));
    m_leave->setLabel(tr("Later") + QStringLiteral("  ·  Esc"));
    refresh();
}

}
