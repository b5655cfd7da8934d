#include "app/ui/shell/SearchPalette.h"

#include "app/counter/Desk.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/UnfinishedWords.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextEdit.h"

#include <QFrame>
#include <QHeaderView>
#include <QKeyEvent>
#include <QListWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <chrono>

namespace motcua::ui {

namespace {

constexpr std::chrono::milliseconds pause{150};
constexpr int resultLimit = 20;
constexpr int receiptRole = Qt::UserRole + 1;

}

SearchPalette::SearchPalette(const Finds& finds, const counter::Desk& desk, QWidget* parent)
    : Overlay(parent), m_finds(finds), m_desk(desk), m_query(new TextEdit(panel())), m_above(new QListWidget(panel())),
      m_table(new DossierList(
          &desk.calendar(), [&desk] { return desk.now(); }, panel())) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(panel());
    column->setContentsMargins(metrics.space(2), metrics.space(2), metrics.space(2), metrics.space(2));
    column->setSpacing(metrics.space(1));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(metrics.space(3), 0, 0, 0);
    line->addWidget(new IconLabel(QStringLiteral("search"), Token::TextMuted, 20, panel()));
    line->addWidget(m_query, 1);
    column->addLayout(line);
    auto* rule = new QFrame(panel());
    rule->setProperty("rule", true);
    column->addWidget(rule);
    m_above->setObjectName(QStringLiteral("paletteUnfinished"));
    m_above->setFocusPolicy(Qt::NoFocus);
    m_above->setFrameShape(QFrame::NoFrame);
    m_above->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_above->setTextElideMode(Qt::ElideRight);
    connect(m_above, &QListWidget::itemClicked, this, &SearchPalette::chooseAbove);
    column->addWidget(m_above);
    column->addWidget(m_table, 1);
    column->addStretch();
    m_query->setObjectName(QStringLiteral("paletteQuery"));
    m_table->view()->horizontalHeader()->hide();
    m_table->view()->setFocusPolicy(Qt::NoFocus);
    m_table->setColumnShown(DossierModel::Due, false);
    m_wait.setSingleShot(true);
    m_wait.setInterval(pause);
    connect(m_query, &QLineEdit::textChanged, &m_wait, qOverload<>(&QTimer::start));
    connect(&m_wait, &QTimer::timeout, this, &SearchPalette::search);
    connect(m_table->view(), &QTableView::clicked, this, &SearchPalette::choose);
    m_query->installEventFilter(this);
    retranslate();
}

void SearchPalette::open() {
    Overlay::open();
    m_query->clear();
    m_wait.stop();
    search();
    m_query->setFocus();
}

QRect SearchPalette::panelArea() const {
    const Metrics& metrics = theme().metrics();
    const int width = qMin(metrics.px(980), this->width() - metrics.space(12));
    const int height = qMin(metrics.px(520), this->height() - metrics.space(24));
    return {(this->width() - width) / 2, metrics.space(14), width, height};
}

void SearchPalette::search() {
    showAbove();
    const auto found = m_finds.dossiers.search(m_query->value(), resultLimit);
    if (found) {
        retranslate();
        m_table->setRows(*found);
        const bool onlyAbove = found->empty() && m_above->count() > 0;
        m_table->setHidden(onlyAbove);
        m_above->setCurrentRow(onlyAbove ? 0 : -1);
    } else {
        m_table->setRows({});
        m_table->emptyState()->setWords(tr("The search did not work"), errorLine(found.error()));
    }
}

/// The first few of them, above the dossiers: who comes back to the counter is asked for by name.
void SearchPalette::showAbove() {
    constexpr size_t most = 3;
    m_above->clear();
    const auto found = m_finds.putAside.find(m_query->value());
    for (size_t i = 0; i < qMin(most, found.size()); ++i) {
        auto* item = new QListWidgetItem(tr("Unfinished: %1").arg(unfinished::line(found[i], m_finds.putAside.now())), m_above);
        item->setData(Qt::UserRole, found[i].id.value());
    }
    addReceipts();
    m_above->setVisible(m_above->count() > 0);
    if (m_above->count() > 0)
        m_above->setFixedHeight(m_above->sizeHintForRow(0) * m_above->count());
    m_above->setCurrentRow(-1);
}

/// Whoever holds one comes with it, and its number may be another dossier's.
void SearchPalette::addReceipts() {
    constexpr size_t most = 3;
    const auto receipts = m_finds.sync.findReceipts(m_query->value());
    for (size_t i = 0; i < qMin(most, receipts.size()); ++i) {
        const counter::FallenReceipt& receipt = receipts[i];
        auto* item = new QListWidgetItem(
            tr("Receipt that does not stand: %1")
                .arg(QStringList{receipt.applicant, receipt.code, receipt.procedure, words::moment(receipt.at, m_desk.now())}.join(
                    QStringLiteral(" · "))),
            m_above);
        item->setData(receiptRole, receipt.seq);
    }
}

void SearchPalette::chooseAbove() {
    const QListWidgetItem* item = m_above->currentItem();
    if (!item)
        return;
    const QVariant receipt = item->data(receiptRole);
    const domain::DraftId draft(item->data(Qt::UserRole).toUuid());
    close();
    if (receipt.isValid())
        emit receiptChosen(receipt.toLongLong());
    else
        emit draftChosen(draft);
}

void SearchPalette::move(int rows) {
    QTableView* table = m_table->view();
    const int above = m_above->count();
    const int last = above + m_table->model()->rowCount() - 1;
    const int now = m_above->currentRow() >= 0 ? m_above->currentRow() : above + table->currentIndex().row();
    const int next = qBound(0, now + rows, last);
    m_above->setCurrentRow(next < above ? next : -1);
    if (next < above)
        table->clearSelection();
    else
        table->selectRow(next - above);
}

void SearchPalette::choose() {
    if (m_wait.isActive()) {
        m_wait.stop();
        search();
    }
    if (m_above->currentRow() >= 0) {
        chooseAbove();
        return;
    }
    const domain::DossierId dossier = m_table->current();
    if (dossier.isNull())
        return;
    close();
    emit chosen(dossier);
}

bool SearchPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-7);
        return true;
    case Qt::Key_PageDown:
        move(7);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return Overlay::eventFilter(watched, event);
    }
}

void SearchPalette::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void SearchPalette::retranslate() {
    m_query->setHint(tr("Name, personal number, dossier code, phone…"), tr("Name, number, code"));
    m_query->setAccessibleName(tr("Search"));
    m_table->emptyState()->setWords(
        tr("Nothing found on this machine"), tr("Names are found with or without marks; several words narrow the search."));
}

}
