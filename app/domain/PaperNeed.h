#pragma once

#include <QString>

namespace motcua::domain {

struct Paper;

/// What the catalogue's words for a paper (thành phần hồ sơ) ask for.
enum class PaperNeed {
    Always, ///< nothing in the words says otherwise
    AsTheCaseMayBe, ///< "… nếu cấp lại", "… trong trường hợp ủy quyền …", "Đối với …": the clerk decides, and it keeps no dossier back
    NoPaper ///< a note to whoever reads the list, or data that the office looks up (NĐ 309/2026/NĐ-CP, Điều 4 khoản 2a)
};
PaperNeed needOf(const QString& name);
/// Whether the source breaks off within the name.
bool isCutName(const QString& name);
/// Whether the dossier cannot be taken in without it: asked for always, and not handed in. Says the same of what an older program recorded.
bool isMissing(const Paper& paper);

/// Whether the catalogue asks for the paper only to be shown: "Giấy tờ tùy thân (…) xuất trình".
bool isPaperToShow(const QString& name);
/// The paper's name without these words.
QString withoutToShow(QString name);
/// The name of a paper that was brought, without the words at its end that say when it is needed: "Giấy xác nhận cũ".
QString withoutCondition(const QString& name);

}
