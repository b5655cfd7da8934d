#include "app/ui/books/BookFilterBar.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/TextEdit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace motcua::ui {

BookFilterBar::BookFilterBar(QWidget* parent)
    : QWidget(parent), m_search(new TextEdit(this)), m_signer(new QComboBox(this)), m_state(new QComboBox(this)) {
    const Metrics& metrics = theme().metrics();
    constexpr int searchWidth = 240;
    m_search->setObjectName(QStringLiteral("bookSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(metrics.px(searchWidth));
    m_search->installEventFilter(this);
    m_signer->setObjectName(QStringLiteral("bookSigner"));
    m_signer->addItem(QString());
    m_state->setObjectName(QStringLiteral("bookState"));
    using State = counter::BookFilter::State;
    for (const State state : {State::Any, State::Live, State::Spoiled, State::WrittenOff, State::Noted})
        m_state->addItem(QString(), static_cast<int>(state));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(metrics.space(3));
    line->addWidget(m_search, 1);
    line->addWidget(m_signer);
    line->addWidget(m_state);
    connect(m_search, &QLineEdit::textChanged, this, &BookFilterBar::changed);
    connect(m_signer, &QComboBox::currentIndexChanged, this, &BookFilterBar::changed);
    connect(m_state, &QComboBox::currentIndexChanged, this, &BookFilterBar::changed);
    retranslate();
}

counter::BookFilter BookFilterBar::filter() const {
    counter::BookFilter filter;
    filter.text = m_search->value();
    filter.signer = domain::UserId::fromString(m_signer->currentData().toString());
    filter.state = static_cast<counter::BookFilter::State>(m_state->currentData().toInt());
    return filter;
}

void BookFilterBar::clear() {
    const QSignalBlocker quiet(this);
    m_search->setValue(QString());
    m_signer->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
}

void BookFilterBar::beginSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void BookFilterBar::setSigners(const counter::BookRows& rows) {
    const QString before = m_signer->currentData().toString();
    const QSignalBlocker quiet(m_signer);
    while (m_signer->count() > 1)
        m_signer->removeItem(1);
    for (const auto& [user, row] : rows.signers())
        m_signer->addItem(rows.at(row).signer.name, user.toString());
    m_signer->setCurrentIndex(qMax(0, before.isEmpty() ? 0 : m_signer->findData(before)));
    m_signer->setVisible(m_signer->count() > 2 || m_signer->currentIndex() > 0);
}

bool BookFilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            emit entered();
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_search->setValue(QString());
            emit entered();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void BookFilterBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BookFilterBar::retranslate() {
    m_search->setHint(QStringLiteral("F3   ") + tr("Number, name, party, document, words of any column"), QStringLiteral("F3   ") + tr("Any column"));
    m_search->setAccessibleName(tr("Search the book"));
    m_signer->setAccessibleName(tr("Signed by"));
    m_signer->setItemText(0, tr("Every signer"));
    m_state->setAccessibleName(tr("What became of the row"));
    const QString names[] = {tr("Every row"), tr("In force"), tr("Spoiled"), tr("Written off"), tr("With a note")};
    for (int i = 0; i < m_state->count(); ++i)
        m_state->setItemText(i, names[i]);
}

}
