#pragma once

#include "app/domain/jobs/JobKind.h"
#include "app/ui/widgets/Card.h"

#include <vector>

class QListWidget;

namespace motcua::ui {

class ActionButton;
class TextLabel;
class WrappedRows;

/// What must not be certified, a key each: 1 to 9 and a to z tick. Ctrl+Enter makes form 03 of what is ticked, Ctrl+D takes the paper as the kind
/// that it may be taken as, Esc leaves. The keys are its own only while it has the focus; as long as it is open the place receives nothing. Owner:
/// BenchPlace.
class BanList : public Card {
    Q_OBJECT

public:
    explicit BanList(QWidget* parent = nullptr);

    /// Shows them with the focus; those of `holding` are ticked.
    void open(const std::vector<domain::JobBan>& bans, const std::vector<bool>& holding);
    bool isOpen() const { return !isHidden(); }
    /// The focus comes back to it, with what is ticked.
    void begin();
    /// Without a word: something else is done.
    void shut();
    /// As Esc does.
    void leave();

signals:
    /// `reason`: one a line, in the words of the law; `basis`: their articles.
    void refused(const QString& reason, const QString& basis);
    void takenAs(const QString& kind);
    void left();
    /// It was opened or shut.
    void openChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void tick(int row);
    void showActs();
    void refuse();
    void takeAs();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers, const QString& text);
    /// Of what is ticked, or of the line where the cursor is; empty: none.
    QString instead() const;

    std::vector<domain::JobBan> m_bans;
    QListWidget* m_list;
    WrappedRows* m_rows;
    TextLabel* m_hint;
    ActionButton* m_refuse;
    ActionButton* m_instead;
    ActionButton* m_leave;
};

}
